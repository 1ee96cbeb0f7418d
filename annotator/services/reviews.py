"""Making a review of colleagues' files, and opening one that was made.

A review is an ordinary project. Each colleague's work is the annotation set of that name; what the
reviewer decides is the reviewer's own set, with a verdict for every disagreement that is settled.
What all agree on is accepted as the review is made, by a rule that the project keeps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.config.labelsets import load_label_set
from annotator.core.annotated import AnnotatedArticle
from annotator.core.collecting import rare_collections
from annotator.core.errors import UserError
from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.progress import Progress
from annotator.review.merging import RuleOptions, merged
from annotator.services.atomic import replacing
from annotator.services.merging import merge_rule
from annotator.services.opening import Opened
from annotator.services.project import SUFFIX, Project, default_annotator
from annotator.services.reviewing import Review, Setup
from annotator.storage import ProjectFile, ProjectReader

STATE = "review"
"""Under which name the project keeps who is reviewed, by whom, and the rule."""

AGREED = "agreed"
"""The rule by which a review accepts from the start, unless another one is chosen."""


def open_review(path: Path) -> Review:
    """Open a review that was made before, for the reviewer who made it.

    Raises:
        UserError: it is no review, or cannot be opened.
    """
    file = ProjectFile.open(path)
    try:
        setup = _setup(file, path)
    except BaseException:
        file.close()
        raise
    return Review(Project(file, setup.reviewer), setup)


def review_of(project: Project) -> Review:
    """Return the review that an open project is, for the reviewer who made it.

    Raises:
        UserError: it is no review.
    """
    setup = _setup(project.file, project.path)
    return Review(Project(project.file, setup.reviewer), setup)


def make_review(
    path: Path,
    sources: Sequence[Path],
    *,
    reviewer: str | None = None,
    rule: str = AGREED,
    options: RuleOptions | None = None,
    force: bool = False,
    progress: Progress | None = None,
) -> Review:
    """Make a review of colleagues' files at ``path``, and open it.

    ``sources`` are files of any format, folders or projects, mixed. What ``rule`` gives is accepted
    in the reviewer's name at once. The colleagues' files are only read.

    Raises:
        UserError: the name is taken and ``force`` is off, a source is absent, or there are no two
            annotators in them. Nothing was made.
        Cancelled: nothing was made.
    """
    merge_rule(rule)
    progress = progress or Progress()
    with rare_collections(), Opened(sources, progress=progress) as opened:
        if len(opened.annotators) < 2:
            raise _too_few(opened.annotators)
        setup = Setup(
            opened.annotators,
            _reviewer(reviewer or default_annotator(), opened.annotators),
            rule,
            options or RuleOptions(),
        )
        with (
            replacing(path, force=force) as made,
            ProjectFile.create(made, label_set=labels_of(sources), force=True) as file,
        ):
            file.add_articles(_sets(opened, setup, progress))
            file.set_state(STATE, setup.as_json())
        return Review(
            Project(ProjectFile.open(path), setup.reviewer), setup, opened.report.problems
        )


def is_review(file: ProjectReader) -> bool:
    """Whether an open project is a review."""
    return file.state(STATE) is not None


def labels_of(sources: Sequence[Path]) -> LabelSet:
    """Return the labels of the first project among the sources, else the default ones."""
    for path in sources:
        if path.suffix == SUFFIX and path.is_file():
            with ProjectFile.open(path, read_only=True) as file:
                return file.label_set
    return load_label_set()


def _sets(opened: Opened, setup: Setup, progress: Progress) -> Iterator[AnnotatedArticle]:
    rule = merge_rule(setup.rule)
    for number, matched in enumerate(opened.articles()):
        progress.at(number, len(opened))
        yield from matched.sets.values()
        if len(matched.sets) > 1:
            yield merged(matched, rule, setup.options, setup.reviewer)


def _reviewer(name: str, annotators: Sequence[str]) -> str:
    """Return a name for the reviewer's set: whoever has annotated too gets a second one."""
    while name in annotators:
        name = f"{name} (review)"
    return name


def _setup(file: ProjectReader, path: Path) -> Setup:
    value = file.state(STATE)
    try:
        return Setup.of(value)
    except (KeyError, TypeError, ValueError) as error:
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "This project is no review.")),
            where=str(path),
            todo=message(
                QT_TRANSLATE_NOOP("messages", "Make a review of it, together with others' files.")
            ),
        ) from error


def _too_few(annotators: Sequence[str]) -> UserError:
    return UserError(
        message(
            QT_TRANSLATE_NOOP("messages", "There are no two annotators in these files: {names}."),
            names=", ".join(annotators) or "–",
        ),
        todo=message(QT_TRANSLATE_NOOP("messages", "Choose the files of two or more people.")),
    )

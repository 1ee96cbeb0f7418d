"""Models from annotated files: ``annotator train``."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import ArticleStatus
from annotator.core.errors import UserError
from annotator.core.installed import install_advice
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem
from annotator.core.progress import Progress
from annotator.review.entity_scores import Score
from annotator.services.atomic import unwritable
from annotator.services.learning import FEWEST, Corrected, adapted, held_back, score_of
from annotator.services.project import SUFFIX
from annotator.services.reading import Reading
from annotator.storage import ProjectFile
from annotator.suggest.corrected import corrected_sentences
from annotator.suggest.statistical import model_in, shipped_model

if TYPE_CHECKING:
    from annotator.suggest.embedded.corpus import Sentence

STRETCH = 350
"""Words of a stretch of text: a long article, or a file without articles, is held back by these."""


@dataclass(frozen=True, slots=True)
class Training:
    """What a model was trained from, and how it does on the held-back part before and after."""

    articles: int
    sentences: int
    names: int
    held_sentences: int
    before: Score
    after: Score
    labels: tuple[str, ...]
    written: Path
    problems: tuple[Problem, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the record of ``train --json``."""
        return {
            "articles": self.articles,
            "sentences": self.sentences,
            "names": self.names,
            "held_sentences": self.held_sentences,
            "before": self.before.as_json(),
            "after": self.after.as_json(),
            "labels": list(self.labels),
            "problems": [problem.as_json() for problem in self.problems],
            "written": [str(self.written)],
        }


class Sources(NamedTuple):
    """What training from scratch needs beside the gold (``annotator.suggest.embedded.train``)."""

    second: Path
    news: Path
    proclitics: Path


def train(
    paths: Sequence[Path],
    out: Path,
    *,
    start: Path | None = None,
    force: bool = False,
    progress: Progress | None = None,
) -> Training:
    """Teach a model what annotated files hold, and write it to the folder ``out``.

    The accepted entities of files of any format, folders and projects count; in a project those of
    finished articles, and elsewhere the sentences that have some. One stretch of text in six is
    held back and measured on. ``start`` is the folder of the model to start from, the shipped one
    by default.

    Raises:
        UserError: there is too little to learn from, a path is absent, ``start`` is no model, or
            ``out`` exists without ``force`` or cannot be written.
        Cancelled: nothing was written.
    """
    progress = progress or Progress()
    _check_free(out, force=force)
    base = model_in(start) if start else shipped_model()
    problems: list[Problem] = []
    articles = 0
    stretches: list[Corrected] = []
    for articles, state in enumerate(_articles(paths, problems), 1):
        progress.at(articles)
        stretches += _stretches(corrected_sentences(state))
    taught, held = held_back(stretches)
    if len(stretches) < FEWEST or not taught:
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "There is too little to learn from.")),
            todo=message(
                QT_TRANSLATE_NOOP(
                    "messages", "A thousand words with accepted entities are the least."
                )
            ),
        )
    learned_text, held_text = ([one for _, one in part] for part in (taught, held))
    before = score_of(base, held_text)
    model = adapted(base, learned_text, lambda: progress.cancelled)
    after = score_of(model, held_text)
    model.name = out.name
    training = Training(
        articles=articles,
        sentences=sum(map(len, learned_text)),
        names=_names(learned_text),
        held_sentences=sum(map(len, held_text)),
        before=before,
        after=after,
        labels=model.labels,
        written=out,
        problems=tuple(problems),
    )
    with _new_folder(out, force=force) as made:
        model.save(made, _card(training, base.name))
    return training


def train_from_scratch(gold: Path, sources: Sources, out: Path, *, force: bool = False) -> None:
    """Train a model as the shipped one was, which takes hours, and write it to ``out``.

    Raises:
        UserError: a package that only training needs is not installed, or ``out`` is taken.
    """
    _check_free(out, force=force)
    from annotator.suggest.embedded.train import Plan, train  # noqa: PLC0415 - numpy, torch

    try:
        with _new_folder(out, force=force) as made:
            train(Plan(gold, *sources, made))
    except ModuleNotFoundError as error:
        raise UserError(
            message(
                QT_TRANSLATE_NOOP("messages", "Training from scratch needs the package {name}."),
                name=error.name or "",
            ),
            todo=install_advice(f"python -m pip install {error.name or ''}"),
        ) from error


def _articles(paths: Iterable[Path], problems: list[Problem]) -> Iterator[AnnotatedArticle]:
    """Yield what is annotated; outside projects every sentence with a name counts as judged."""
    for path in paths:
        if path.suffix == SUFFIX and path.is_file():
            with ProjectFile.open(path, read_only=True) as file:
                yield from file.annotated()
            continue
        reading = Reading([path])
        for state in reading.articles():
            named = any(entity.status == "accepted" for entity in state.entities)
            yield replace(state, status=ArticleStatus.DONE) if named else state
        problems += reading.report.problems


def _stretches(sentences: Sequence[Sentence]) -> Iterator[Corrected]:
    from annotator.suggest.embedded.corpus import windows  # noqa: PLC0415 - numpy

    for stretch in windows(sentences, STRETCH):
        words = " ".join(word for words, _ in stretch for word in words)
        yield hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest(), stretch


def _names(articles: Sequence[Sequence[Sentence]]) -> int:
    return sum(tag.startswith("B-") for article in articles for _, tags in article for tag in tags)


def _card(training: Training, base: str) -> str:
    return "\n".join(
        (
            f"# {training.written.name}",
            "",
            f"Made with `annotator train` from the model `{base}`, whose licence and sources apply",
            "to this one too, and from annotated text:",
            f"{training.articles} articles, {training.sentences} sentences, {training.names} names",
            f"learned from, {training.held_sentences} sentences held back.",
            "",
            f"Labels: {', '.join(training.labels)}.",
            f"F1 of exact spans and labels on what was held back: {training.before.f1:.3f} before,",
            f"{training.after.f1:.3f} after.",
            "",
        )
    )


def _check_free(out: Path, *, force: bool) -> None:
    if out.exists() and not (force and out.is_dir()):
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "There is a file or folder of this name.")),
            where=str(out),
            todo=message(
                QT_TRANSLATE_NOOP("messages", "Choose another name, or --force for a folder.")
            ),
        )


@contextmanager
def _new_folder(out: Path, *, force: bool) -> Iterator[Path]:
    """Yield a folder beside ``out`` that takes its name when the block ends well."""
    made = out.with_name(f".{out.name}.{token_hex(4)}.part")
    try:
        made.mkdir(parents=True)
        yield made
        _check_free(out, force=force)
        if out.exists():
            shutil.rmtree(out)
        made.rename(out)
    except OSError as error:
        raise unwritable(error, out) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)

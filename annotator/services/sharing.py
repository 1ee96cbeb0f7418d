"""A project shared out: each annotator gets a file of their own, and no server is needed.

Such a file is a project. Who it is for stands in it, so that whoever opens it works in that name,
and so do the labels and guidelines, what came with the import, and what this annotator has decided
already. What others have decided does not. :mod:`annotator.services.collecting` takes it back.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import Any, NamedTuple

from annotator.core.collecting import rare_collections
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.progress import Progress
from annotator.services.atomic import check_free, unwritable
from annotator.services.file_names import file_name
from annotator.services.guidelines import GUIDELINES
from annotator.services.portions import portions
from annotator.services.project import ASSIGNMENT, SUFFIX
from annotator.services.together import replacing_together
from annotator.storage import ProjectFile, ProjectReader, Sharable

SHARING = "sharing"
"""Under which name a project keeps its identity, and how it was shared out."""

COLLECTED = "collected"
"""Under which name it keeps the revision of every set that was given away or taken back."""

ROUND, STRATIFIED = "round", "stratified"
_LONG = 1000
"""Characters by which articles are told apart as longer or shorter."""


class Portion(NamedTuple):
    """What one annotator gets: how many articles, how many of them with somebody else, where."""

    annotator: str
    articles: int
    shared: int
    path: Path

    def as_json(self) -> dict[str, Any]:
        """Return the record that ``--json`` prints."""
        return {**self._asdict(), "path": str(self.path)}


@dataclass(frozen=True, slots=True)
class Sharing:
    """How a project is shared out.

    A share ``overlap`` of the articles goes to two of ``annotators``. ``by`` is ``round``, as
    chance will have it, or ``stratified``: of articles that are alike everybody gets as many.
    Articles that somebody has finished or has assigned are left out unless ``everything`` is
    asked for.
    """

    annotators: tuple[str, ...]
    overlap: float = 0.0
    by: str = ROUND
    seed: int = 0
    everything: bool = False


def numbered_names(count: int, language: str = "en") -> tuple[str, ...]:
    """Return names for so many annotators of whom no name is known."""
    word = {"ar": "واسم"}.get(language, "annotator")
    width = len(str(count))
    return tuple(f"{word}-{number:0{width}}" for number in range(1, count + 1))


def deal(project: ProjectReader, sharing: Sharing) -> dict[int, tuple[int, ...]]:
    """Return who gets which article: numbers of annotators by the article's key.

    Raises:
        UserError: names are missing or stand twice, or there is no article to deal out.
    """
    _check_names(sharing.annotators)
    with project.giving() as giver:
        articles = [a for a in giver.sharable() if sharing.everything or not a.taken]
    if not articles:
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "There is no article to share out.")),
            where=str(project.path),
            todo=message(
                QT_TRANSLATE_NOOP(
                    "messages",
                    "All are finished or assigned; ask for all articles, or import some.",
                )
            ),
        )
    ordered = _ordered(articles, sharing)
    who = portions(len(ordered), len(sharing.annotators), sharing.overlap, sharing.seed)
    return {article.key: people for article, people in zip(ordered, who, strict=True)}


def share_out(
    project: ProjectFile,
    folder: Path,
    sharing: Sharing,
    *,
    force: bool = False,
    progress: Progress | None = None,
) -> list[Portion]:
    """Write a file for each annotator into ``folder``, and assign the articles in the project.

    All files take their names together, then the project takes note of it: all or nothing.

    Raises:
        UserError: as :func:`deal`, or a file is there and ``force`` is off, or nothing can be
            written. Nothing was written, or the files that could not be removed are named.
        Cancelled: nothing was written.
    """
    progress = progress or Progress()
    dealt = deal(project, sharing)
    paths = [folder / name for name in file_names(project.path, sharing.annotators)]
    for path in paths:
        check_free(path, force=force)
    _make_folder(folder)
    identity = _identity(project)
    known: dict[int, int] = {}
    found: list[Portion] = []
    total = sum(map(len, dealt.values()))
    done = 0
    with rare_collections(), replacing_together(paths, force=force) as files:
        for number, (name, path) in enumerate(zip(sharing.annotators, paths, strict=True)):
            keys = sorted(key for key, people in dealt.items() if number in people)
            with project.reader() as reader:
                given = _Given(identity, name, keys)
                known |= given.write(reader, files.made[number], progress, done, total)
            done += len(keys)
            shared = sum(len(dealt[key]) > 1 for key in keys)
            found.append(Portion(name, len(keys), shared, path))
        files.give_names()
        _remember(project, identity, dealt, sharing, known)
    return found


def file_names(project: Path, annotators: Sequence[str]) -> list[str]:
    """Return the names of the annotators' files, each named after the project and the person."""
    taken: set[str] = set()
    return [f"{project.stem}-{file_name(name, taken)}{SUFFIX}" for name in annotators]


class _Given(NamedTuple):
    """The file of one annotator: of which project, for whom, the keys of its articles there."""

    identity: str
    annotator: str
    keys: Sequence[int]

    def write(
        self, reader: ProjectReader, made: Path, progress: Progress, done: int, total: int
    ) -> dict[int, int]:
        """Write it; return the revisions of the annotator's own sets that went along, by key."""
        known: dict[int, int] = {}
        texts: list[str] = []
        with (
            ProjectFile.create(made, label_set=reader.label_set, force=True) as file,
            reader.giving() as giver,
            file.receiving() as receiver,
        ):
            for key in self.keys:
                progress.at(done + len(texts), total)
                own, sets = receiver.take_article(giver, key, [self.annotator])
                receiver.assign([own], [self.annotator])
                texts.append(giver.sha256(key))
                known |= {
                    one.key: receiver.revision(sets[one.key])
                    for one in giver.sets(key)
                    if one.annotator and one.key in sets
                }
            guidelines = reader.state(GUIDELINES)
            if guidelines is not None:
                receiver.set_state(GUIDELINES, guidelines)
            receiver.set_state(
                ASSIGNMENT,
                {"project": self.identity, "annotator": self.annotator, "texts": texts},
            )
        return known


def _identity(project: ProjectFile) -> str:
    """Return what tells this project from others, also in a copy of it; new at the first time."""
    kept = project.state(SHARING)
    if isinstance(kept, dict) and isinstance(kept.get("id"), str):
        return str(kept["id"])
    return token_hex(16)


def _remember(
    project: ProjectFile,
    identity: str,
    dealt: dict[int, tuple[int, ...]],
    sharing: Sharing,
    known: dict[int, int],
) -> None:
    by_people: dict[tuple[int, ...], list[int]] = {}
    for key, people in dealt.items():
        by_people.setdefault(people, []).append(key)
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    with project.receiving() as receiver:
        for people, keys in by_people.items():
            receiver.assign(keys, [sharing.annotators[number] for number in people])
        kept = receiver.state(SHARING)
        shares = kept.get("shares", []) if isinstance(kept, dict) else []
        share = {
            "at": now,
            "annotators": list(sharing.annotators),
            "articles": len(dealt),
            "overlap": sharing.overlap,
            "by": sharing.by,
            "seed": sharing.seed,
        }
        receiver.set_state(SHARING, {"id": identity, "shares": [*shares, share]})
        collected = receiver.state(COLLECTED) or {}
        receiver.set_state(COLLECTED, collected | {str(key): r for key, r in known.items()})


def _ordered(articles: Sequence[Sharable], sharing: Sharing) -> list[Sharable]:
    """Return the articles in the order in which they are dealt out.

    Those that are alike stand side by side: :func:`portions` gives neighbours to different people.
    """
    ordered = list(articles)
    random.Random(sharing.seed).shuffle(ordered)  # noqa: S311 - an order, no secret
    if sharing.by == STRATIFIED:
        ordered.sort(key=_kind)
    return ordered


def _kind(article: Sharable) -> tuple[str, int]:
    """Return what articles that are alike have in common."""
    return article.label, article.length // _LONG


def _check_names(names: Sequence[str]) -> None:
    if not names or not all(name.strip() for name in names):
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "Nobody is named to share the articles.")),
            todo=message(QT_TRANSLATE_NOOP("messages", "Give the annotators' names, or how many.")),
        )
    twice = [name for number, name in enumerate(names) if name in names[:number]]
    if twice:
        raise UserError(
            message(
                QT_TRANSLATE_NOOP("messages", "Two annotators are called {name}."), name=twice[0]
            ),
            todo=message(QT_TRANSLATE_NOOP("messages", "Give each a name of their own.")),
        )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(error, folder) from error

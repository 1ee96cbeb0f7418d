"""One annotator's file on its way into the project that was shared out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from annotator.core.errors import UserError
from annotator.core.history import StepKind
from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.problems import Problem, Severity
from annotator.core.progress import Progress
from annotator.services.project import ASSIGNMENT
from annotator.storage import NOBODY, Course, Giver, ProjectReader, Receiver, Touched

_MOST_NAMES = 1000


@dataclass(slots=True)
class FileTaken:
    """What one file has brought: sets that are new, newer, older, the same, or gone another way.

    ``articles`` that were not in the project came with it, ``missing`` ones that it was given did
    not come back.
    """

    file: str
    annotator: str = ""
    refused: bool = False
    articles: int = 0
    missing: int = 0
    sets: Counter[str] = field(default_factory=Counter)

    def as_json(self) -> dict[str, Any]:
        """Return the record that ``--json`` prints."""
        return {
            "file": self.file,
            "annotator": self.annotator,
            "refused": self.refused,
            "articles": self.articles,
            "missing": self.missing,
            **{name: self.sets[name] for name in SET_COURSES},
        }


NEW = "new"
SET_COURSES = (NEW, *map(str, Course))
"""What may become of a set that is brought: it is new here, or as :class:`Course` says."""


class Taking:
    """One file on its way in; ``known``, ``touched`` and ``problems`` are what came of it.

    Raises:
        UserError: the file was not made by sharing the project with this ``identity``.
    """

    def __init__(
        self,
        file: ProjectReader,
        receiver: Receiver,
        taken: FileTaken,
        *,
        identity: str,
        known: dict[int, int],
        progress: Progress,
    ) -> None:
        self.known = known
        self.touched: list[Touched] = []
        self.problems: list[Problem] = []
        self._file = file
        self._receiver = receiver
        self._taken = taken
        self._progress = progress
        assignment = _assignment(file, identity)
        taken.annotator = assignment.annotator
        self._given = assignment.texts

    def take(self) -> None:
        """Take all in.

        Raises:
            UserError: the file is damaged.
        """
        missing = dict.fromkeys(self._given)
        strange: list[tuple[int, str, str]] = []
        with self._file.giving() as giver:
            for article in giver.articles():
                self._progress.check()
                if article.changed:
                    self._refuse_text(article.id)
                    continue
                missing.pop(article.sha256, None)
                key = self._receiver.article_key(article.sha256)
                if key is None:
                    strange.append((article.key, article.id, article.sha256))
                else:
                    self._take_known(giver, article.key, key)
            self._take_strange(giver, strange, missing)
        self._taken.missing = len(missing)
        if missing:
            what = QT_TRANSLATE_NOOP("messages", "Articles that it was given are missing: {count}.")
            self._tell("missing", message(what, count=len(missing)))

    def tell_labels(self, ours: LabelSet) -> None:
        """Tell of labels that the annotator has and the project has not."""
        for use in self._file.labels_used():
            if use.annotator != NOBODY and use.label not in ours:
                what = QT_TRANSLATE_NOOP(
                    "messages",
                    "The label {label} is not in the project's label set; spans: {count}.",
                )
                self._tell("label", message(what, label=use.label, count=use.spans))

    def _take_strange(
        self, giver: Giver, articles: Sequence[tuple[int, str, str]], missing: Mapping[str, None]
    ) -> None:
        """Take articles that the project does not have: such as the annotator has added.

        One with the id of an article that is missing is that one with another text.
        """
        ids = {self._receiver.article_id(text) for text in missing}
        for key, id_, _ in articles:
            if id_ and id_ in ids:
                self._refuse_text(id_)
                continue
            own, sets = self._receiver.take_article(giver, key)
            self._taken.articles += 1
            what = QT_TRANSLATE_NOOP("messages", "The article is new here.")
            self._tell("added", message(what), article=id_)
            for one in giver.sets(key):
                if one.annotator != NOBODY:
                    self._check(key, one.annotator)
                    self._took(own, one.annotator, sets[one.key], NEW)
                    self._receiver.take_time(giver, key, own, one.annotator, one.annotator)

    def _take_known(self, giver: Giver, theirs: int, ours: int) -> None:
        """Take the sets of an article that the project has."""
        self._receiver.take_tags(giver, theirs, ours)
        for one in giver.sets(theirs):
            if one.annotator != NOBODY:
                self._check(theirs, one.annotator)
                called = self._take_set(giver, one.key, ours, one.annotator)
                self._receiver.take_time(giver, theirs, ours, one.annotator, called)

    def _take_set(self, giver: Giver, theirs: int, article: int, annotator: str) -> str:
        """Take a set, and return under which name it is."""
        receiver = self._receiver
        for number in range(1, _MOST_NAMES):
            called = annotator if number == 1 else f"{annotator} ({number})"
            own = receiver.set_key(article, called)
            if own is None:
                own = receiver.take_set(giver, theirs, article, called)
                self._took(article, called, own, NEW if number == 1 else Course.APART)
                if number > 1:
                    self._tell_apart(article, annotator, called)
                return called
            course = receiver.course(giver, theirs, own, self.known.get(own))
            if course is Course.NEWER:
                receiver.renew_set(giver, theirs, own)
                self._took(article, called, own, course)
            elif course is not Course.APART:
                self._taken.sets[course] += 1
                if course is Course.SAME:
                    self.known[own] = receiver.revision(own)
            if course is not Course.APART:
                return called
        raise AssertionError(annotator)

    def _took(self, article: int, annotator: str, own: int, course: str) -> None:
        self._taken.sets[course] += 1
        self.known[own] = self._receiver.revision(own)
        self.touched.append(Touched(article, annotator, StepKind.DO))

    def _check(self, article: int, annotator: str) -> None:
        """Read a set as it would be opened: what our own rows cannot hold is no set of ours.

        Raises:
            UserError: the file is damaged.
        """
        self._file.timeline(article, annotator)

    def _tell_apart(self, article: int, annotator: str, called: str) -> None:
        what = QT_TRANSLATE_NOOP(
            "messages", "What {annotator} has here has gone another way: both are kept, as {name}."
        )
        told = message(what, annotator=annotator, name=called)
        self._tell("apart", told, article=self._receiver.id_of(article))

    def _refuse_text(self, id_: str) -> None:
        what = QT_TRANSLATE_NOOP(
            "messages",
            "Its text is not the one that was given out; what was decided on it is not taken.",
        )
        self._tell("changed_text", message(what), Severity.REFUSED, id_)

    def _tell(
        self,
        kind: str,
        what: Message,
        severity: Severity = Severity.NOTICE,
        article: str = "",
    ) -> None:
        self.problems.append(Problem(kind, what, severity, self._taken.file, article=article))


class _Assignment(NamedTuple):
    """What a file says of itself: for whom it was made, and the hashes of the texts in it."""

    annotator: str
    texts: tuple[str, ...]


def _assignment(file: ProjectReader, identity: str) -> _Assignment:
    kept = file.state(ASSIGNMENT)
    try:
        project, annotator = str(kept["project"]), str(kept["annotator"])
        texts = tuple(bytes.fromhex(text).hex() for text in kept["texts"])
    except (KeyError, TypeError, ValueError):
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "This file was not made by sharing a project.")),
            where=str(file.path),
            todo=message(
                QT_TRANSLATE_NOOP(
                    "messages", "Import it, or open a review of it together with others' files."
                )
            ),
        ) from None
    if project != identity:
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "This file belongs to another project.")),
            where=str(file.path),
            todo=message(QT_TRANSLATE_NOOP("messages", "Collect it into the one it came from.")),
        )
    return _Assignment(annotator, texts)

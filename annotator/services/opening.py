"""Colleagues' files opened together: each article with the sets of all who annotated it.

Articles belong together when their texts are the same, or the same but for white space (CoNLL
joins tokens by spaces), or, where a text has changed, when their ids are. Spans are then moved onto
one of the texts; whatever cannot be moved is a problem in the report, never shifted in silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.closing import Closing
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.core.progress import Progress
from annotator.review.aligning import Alignment, bare
from annotator.review.moving import moved
from annotator.review.records import MatchedArticle
from annotator.services.project import SUFFIX
from annotator.services.reading import Reading
from annotator.services.reports import Report
from annotator.services.spool import Spool
from annotator.storage import ProjectFile

_SAME_ARTICLE = 0.5
"""How much two texts of one id have to share to be versions of one article."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One set as it was read: its number in the spool, and what it is matched by."""

    number: int
    source: int
    name: str
    id: str
    sha256: str
    bare: bytes
    length: int


class Annotators(NamedTuple):
    """The annotators of a review in order, and which of them each (source, name) is."""

    names: tuple[str, ...]
    of: dict[tuple[int, str], str]


class Opened(Closing):
    """Annotators' files, opened together. ``report`` tells what was wrong with them.

    Close it, or use it in a ``with``: what was read is kept aside until then.

    Raises:
        UserError: a path is absent, or a project cannot be read.
        Cancelled: ``progress`` asked for it.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        *,
        format_id: str | None = None,
        encoding: str | None = None,
        progress: Progress | None = None,
    ) -> None:
        self.report = Report()
        self._progress = progress or Progress()
        self._spool = Spool()
        self._entries: list[_Entry] = []
        try:
            for source, path in enumerate(paths):
                self._read(source, _articles(path, self.report, format_id, encoding))
            named = _annotators(self._entries, [path.stem for path in paths])
        except BaseException:
            self.close()
            raise
        self.annotators = named.names
        self._names = named.of
        self._groups = self._matched()

    def close(self) -> None:
        """Let go of what was read."""
        self._spool.close()

    def __len__(self) -> int:
        """Return how many articles there are, those that only one annotator has too."""
        return len(self._groups)

    @property
    def matched(self) -> int:
        """How many articles at least two annotators have."""
        return sum(len(self._of(group)) > 1 for group in self._groups)

    @property
    def unmatched(self) -> int:
        """How many articles only one annotator has."""
        return len(self._groups) - self.matched

    def articles(self) -> Iterator[MatchedArticle]:
        """Yield every article with its annotators' sets, in the order of the first file.

        Spans that could not be moved are reported once, the first time that this is consumed.
        """
        problems: list[Problem] | None = []
        if self._moving_told:
            problems = None
        for group in self._groups:
            yield self._article(group, problems)
        if problems is not None:
            self.report.problems += problems
            self._moving_told = True

    _moving_told = False

    def _read(self, source: int, articles: Iterable[AnnotatedArticle]) -> None:
        for article in articles:
            self._progress.at(len(self._entries))
            number = self._spool.put(article)
            own = article.article
            letters = bare(own.text).encode("utf-8", "surrogatepass")
            digest = blake2b(letters, digest_size=16).digest()
            self._entries.append(
                _Entry(number, source, article.annotator, own.id, own.sha256, digest, len(own.text))
            )

    def _of(self, group: Iterable[_Entry]) -> dict[str, _Entry]:
        """Return a group by annotator."""
        return {
            self._names[e.source, e.name]: e for e in group if (e.source, e.name) in self._names
        }

    def _matched(self) -> list[list[_Entry]]:
        groups: dict[bytes, list[_Entry]] = {}
        for entry in self._entries:
            if (entry.source, entry.name) not in self._names:
                self._left_out(entry)
                continue
            self._place(groups.setdefault(entry.bare, []), entry)
        return self._by_id([group for group in groups.values() if group])

    def _place(self, group: list[_Entry], entry: _Entry) -> None:
        annotator = self._names[entry.source, entry.name]
        if annotator in self._of(group):
            what = QT_TRANSLATE_NOOP(
                "messages", "{annotator} has this article twice; the first one counts."
            )
            self._tell("twice", entry, what, annotator)
        else:
            group.append(entry)

    def _by_id(self, groups: list[list[_Entry]]) -> list[list[_Entry]]:
        """Join groups of one id whose texts are versions of each other."""
        by_id: dict[str, list[list[_Entry]]] = {}
        for group in groups:
            for id_ in dict.fromkeys(entry.id for entry in group if entry.id):
                by_id.setdefault(id_, []).append(group)
        joined: set[int] = set()
        for versions in by_id.values():
            first, *others = versions
            for other in others:
                if {id(first), id(other)} & joined or not self._are_versions(first, other):
                    continue
                first += other
                joined.add(id(other))
        return [group for group in groups if id(group) not in joined]

    def _are_versions(self, first: list[_Entry], other: list[_Entry]) -> bool:
        if not self._of(first).keys().isdisjoint(self._of(other)):
            return False
        a, b = (self._spool.get(group[0].number).text for group in (first, other))
        return Alignment(a, b).shared >= _SAME_ARTICLE

    def _article(self, group: list[_Entry], problems: list[Problem] | None) -> MatchedArticle:
        base = _base(group)
        article = self._spool.get(base.number).article
        sets: dict[str, AnnotatedArticle] = {}
        by_annotator = self._of(group)
        for annotator in self.annotators:
            entry = by_annotator.get(annotator)
            if entry is None:
                continue
            found = self._spool.get(entry.number)
            if entry.sha256 != base.sha256:
                found, lost = moved(found, article, annotator)
                if problems is not None:
                    problems += lost
            sets[annotator] = _as_of(found, annotator, article.id)
        return MatchedArticle(article, sets)

    def _left_out(self, entry: _Entry) -> None:
        what = QT_TRANSLATE_NOOP(
            "messages", "Nobody's set of this article is left out: others of the file are named."
        )
        self._tell("nobody", entry, what, "")

    def _tell(self, kind: str, entry: _Entry, what: str, annotator: str) -> None:
        told = message(what, annotator=annotator) if annotator else message(what)
        self.report.problems.append(Problem(kind, told, Severity.NOTICE, article=entry.id))


def _articles(
    path: Path, report: Report, format_id: str | None, encoding: str | None
) -> Iterator[AnnotatedArticle]:
    """Yield the sets of a project, or of a file or folder of any format."""
    if path.suffix == SUFFIX and path.is_file():
        with ProjectFile.open(path, read_only=True) as file:
            yield from file.annotated()
        return
    reading = Reading([path], format_id=format_id, encoding=encoding)
    yield from reading.articles()
    report.add(reading.report)


def _annotators(entries: Iterable[_Entry], stems: Sequence[str]) -> Annotators:
    """Name the annotators, those of the first file first.

    A file that names none is its annotator's, by the file's name. Where it names some, what is
    nobody's is left out. A name that an earlier file has too gets the name of its file.
    """
    found = list(dict.fromkeys((entry.source, entry.name) for entry in entries))
    found.sort(key=lambda one: one[0])
    named = {source for source, name in found if name}
    wanted = [one for one in found if one[1] or one[0] not in named]
    called = Counter(name or stems[source] for source, name in wanted)
    taken: set[str] = set()
    of: dict[tuple[int, str], str] = {}
    for source, name in wanted:
        plain = name or stems[source]
        clashes = called[plain] > 1 and name
        own = f"{plain} ({stems[source]})" if clashes and plain != stems[source] else plain
        number = 1
        free = own
        while free in taken:
            number += 1
            free = f"{own} {number}"
        taken.add(free)
        of[source, name] = free
    return Annotators(tuple(of.values()), of)


def _base(group: Sequence[_Entry]) -> _Entry:
    """Return the set whose text the others are moved onto.

    That is the version that most have; of those that differ in white space alone the shortest,
    since spaces come in where tokens are joined, never go.
    """
    versions = Counter(entry.bare for entry in group)
    most = max(versions.values())
    of_most = [entry for entry in group if versions[entry.bare] == most]
    first = of_most[0].bare
    return min((e for e in of_most if e.bare == first), key=lambda entry: entry.length)


def _as_of(found: AnnotatedArticle, annotator: str, id_: str) -> AnnotatedArticle:
    """Return a set under the annotator's name in this review, its article under the shared id."""
    article = found.article if found.article.id == id_ else replace(found.article, id=id_)
    return replace(found, article=article, annotator=annotator)

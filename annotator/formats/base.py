"""What a format is: how it is recognised, read and written, and what it cannot carry."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple, Protocol, runtime_checkable

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Entity, Status
from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.problems import Problem, Severity, make_problem
from annotator.core.quotes import Quote
from annotator.core.tags import TagScheme
from annotator.formats.columns import Table
from annotator.formats.fields import ALL_FIELDS
from annotator.formats.source import Head, Line, Source

ACCEPTED_ONLY = frozenset({Status.ACCEPTED})
ALL_STATUSES = frozenset(Status)


class TokenPolicy(StrEnum):
    """What happens where a span edge falls inside a token.

    ``split`` cuts the token there; ``word`` widens the span to whole words, each one reported.
    """

    SPLIT = "split"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read: ``labels`` maps names in the file to label ids.

    ``columns`` names the columns of a table that hold ``text``, ``id`` and ``title``; those that
    are not named are found (:mod:`annotator.formats.columns`), an empty name is for none.
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How to write: ``labels`` maps label ids to names in the file.

    ``label_set`` gives the names and colours of labels to formats that show them, ``language``
    (``ar``, ``en``) is the one for such formats' own words; ``mark`` begins files for spreadsheets
    with a byte order mark.
    """

    scheme: TagScheme = TagScheme.IOB2
    tokens: TokenPolicy = TokenPolicy.SPLIT
    labels: Mapping[str, str] = field(default_factory=dict)
    label_set: LabelSet | None = None
    language: str = "ar"
    mark: bool = True


class Prepared(NamedTuple):
    """One article ready to be written.

    ``content`` is the format's own; ``losses`` list what it cannot carry, span by span;
    ``carried`` is what reading the file back must give (ids, times and the like aside, unless
    the format is lossless), None when nothing of the article can be written.
    """

    content: Any
    losses: tuple[Problem, ...]
    carried: AnnotatedArticle | None


@runtime_checkable
class Reader(Protocol):
    """A format that can be read. What a file is, its content says, never its suffix."""

    id: str
    name: Message
    suffixes: tuple[str, ...]

    def sniff(self, head: Head) -> float:
        """Return how sure it is, 0 to 1, that a file with this head is of the format."""
        ...

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the articles of a file, and a problem for all that is not taken as it stands.

        Raises:
            UserError: the file as a whole cannot be read.
            OSError: the system does not let it be read.
        """
        ...


@runtime_checkable
class Gathers(Protocol):
    """A reader whose articles lie in several files each, such as a text and its annotations."""

    def belongs(self, name: str, beside: Collection[str]) -> bool:
        """Whether the file ``name`` is read with another one of those ``beside`` it."""
        ...


@runtime_checkable
class Tabular(Protocol):
    """A reader of tables, of which a person may say which column is what."""

    id: str
    suffixes: tuple[str, ...]

    def table(self, source: Source) -> Table | None:
        """Return the start of the table, or None where the file is none.

        Raises:
            UserError, OSError: the file cannot be read.
        """
        ...


@runtime_checkable
class Writer(Protocol):
    """A format that can be written, and read back to compare.

    ``statuses`` says which spans are written unless the user chooses; ``lossless`` that reading
    back gives equal objects; ``folder`` that it writes several files, into a folder.
    """

    id: str
    name: Message
    suffixes: tuple[str, ...]
    lossless: bool
    folder: bool
    statuses: frozenset[Status]

    def prepare(self, article: AnnotatedArticle, options: WriteOptions) -> Prepared:
        """Return the article as it will be written, with what is lost. Writes nothing."""
        ...

    def write(self, articles: Iterable[Prepared], out: Path) -> None:
        """Write articles to the new file or empty folder ``out``, one by one as they come."""
        ...


@runtime_checkable
class Keeps(Protocol):
    """A writer that keeps more of an article than spans, labels and quotes.

    ``keeps`` names the fields (:mod:`annotator.formats.fields`) that read back as they were; what
    is not named an export tells as dropped. A lossless format keeps all and need not say so.
    """

    keeps: frozenset[str]


@runtime_checkable
class Heeds(Protocol):
    """A writer that heeds options which most formats have no use for.

    ``heeds`` names those that :data:`~annotator.config.export_options.EXPORT_OPTIONS` calls
    special.
    """

    heeds: frozenset[str]


@runtime_checkable
class Checked(Protocol):
    """A writer of what no import reads as such, that can read it all the same: to check an export.

    It is compared by what ``shown`` makes of an article, not by what is carried.
    """

    def shown(self, prepared: Prepared) -> AnnotatedArticle:
        """Return what reading back gives of an article that is carried."""
        ...

    def read_back(self, made: Path) -> Iterator[AnnotatedArticle]:
        """Yield the articles that were written to a file or folder.

        Raises:
            UserError, OSError: it cannot be read.
        """
        ...


@runtime_checkable
class Paged(Protocol):
    """A writer into folders that has a page for the folder around the parts of a split."""

    def page(self, parts: Mapping[str, Path]) -> str:
        """Return the page (README.md) for parts just written, by the names of their folders."""
        ...


Format = Reader | Writer


def kept_fields(format_: Writer) -> frozenset[str]:
    """Return the ids of the fields that a format keeps."""
    if format_.lossless:
        return ALL_FIELDS
    return format_.keeps if isinstance(format_, Keeps) else frozenset()


def heeded_options(format_: Writer) -> frozenset[str]:
    """Return the names of the special options that a format heeds."""
    return format_.heeds if isinstance(format_, Heeds) else frozenset()


def undecoded(source: Source, line: Line) -> Problem:
    """Return the problem of a line that is not text in the file's encoding."""
    return Problem(
        "encoding",
        message(
            QT_TRANSLATE_NOOP(
                "messages",
                "The line is too long or does not fit the encoding {encoding}; it is left out.",
            ),
            encoding=source.encoding.name,
        ),
        file=source.name,
        line=line.number,
    )


def loss(
    kind: str,
    what: Message,
    article: AnnotatedArticle,
    record: Entity | Quote,
    severity: Severity = Severity.REFUSED,
) -> Problem:
    """Return the problem of an entity or quote that a format cannot carry as it is."""
    span = record.span if isinstance(record, Entity) else record.extent
    return make_problem(
        kind, what, severity, article=article.article.id, span=span, record=record.id
    )


def relabelled(article: AnnotatedArticle, labels: Mapping[str, str]) -> AnnotatedArticle:
    """Return the article with its labels mapped; one that ``labels`` does not name stays."""
    if not labels or labels.keys().isdisjoint(entity.label for entity in article.entities):
        return article
    entities = (
        replace(entity, label=labels.get(entity.label, entity.label)) for entity in article.entities
    )
    return replace(article, entities=tuple(entities))

"""Tables among files that are to come in: of which a person has to say which column is what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.core.progress import Progress
from annotator.formats import FORMATS, recognised_or_none
from annotator.formats.base import Reader, Tabular
from annotator.formats.columns import Table
from annotator.formats.files import is_archive
from annotator.formats.source import Source
from annotator.formats.text import PlainText
from annotator.services.incoming import Incoming, incoming, packed

_ANY_TEXT = frozenset({PlainText.id})


class UnsureTable(NamedTuple):
    """A table whose columns are a guess, and the format that reads it; ``file`` names it."""

    file: str
    format: str
    table: Table


class TableChoice(NamedTuple):
    """As what a table is read: ``columns`` as in ReadOptions."""

    format: str
    columns: Mapping[str, str]


class Answers(NamedTuple):
    """What a person said of files: the encodings of paths, the columns of tables by file name."""

    encodings: Mapping[Path, str] = {}
    tables: Mapping[str, TableChoice] = {}


def unsure_tables(
    paths: Sequence[Path], encodings: Mapping[Path, str], progress: Progress | None = None
) -> list[UnsureTable]:
    """Return the tables among files whose columns no well-known names tell.

    Folders and archives are looked into; what cannot be read the import reports.

    Raises:
        UserError: a path is absent, or an encoding unknown.
        Cancelled: ``progress`` asked for it.
    """
    progress = progress or Progress()
    return [
        table
        for one in incoming(paths, encodings)
        for table in _unsure_in(one, progress, inside=False)
    ]


def guessed(format_: Reader, source: Source, columns: Mapping[str, str]) -> Problem | None:
    """Return the notice of a table that is read by guess; ``columns`` are those that are not."""
    tabular = _tabular(format_, source)
    table = tabular.table(source) if tabular and not columns else None
    if tabular is None or table is None or table.is_sure:
        return None
    if tabular.id != format_.id:
        what = QT_TRANSLATE_NOOP(
            "messages",
            "Read as plain text, though its name is that of a table. As a table it is read with"
            " --format {format} --column text=NAME, one of: {names}.",
        )
        told = message(what, format=tabular.id, names=", ".join(table.names))
    elif table.found is not None:
        what = QT_TRANSLATE_NOOP(
            "messages",
            "The names of the columns do not tell all: {text} is taken for the text, {title} for"
            " the title, {id} for the id. The option --column of an import says otherwise.",
        )
        found = table.found
        told = message(what, text=found.text, title=found.title or "–", id=found.id or "–")
    else:
        return None
    return Problem("columns", told, Severity.NOTICE, source.name)


def _unsure_in(one: Incoming, progress: Progress, *, inside: bool) -> Iterator[UnsureTable]:
    """Yield the tables that a file is, or that lie in it; archives in archives are refused."""
    progress.check()
    try:
        source = one.file.open()
        if not inside and is_archive(source) and recognised_or_none(source) is None:
            for other in packed(source, one.encoding):
                yield from _unsure_in(other, progress, inside=True)
            return
        format_ = _tabular(recognised_or_none(source), source)
        table = format_.table(source) if format_ else None
    except (UserError, OSError):
        return
    if format_ is not None and table is not None and not table.is_sure:
        yield UnsureTable(one.file.name, format_.id, table)


def _tabular(found: Reader | None, source: Source) -> Tabular | None:
    """Return the reader of tables that a file is for; its name tells what its content does not.

    ``found`` is what its content says.
    """
    if found is not None and found.id not in _ANY_TEXT:
        return found if isinstance(found, Tabular) else None
    suffix = PurePath(source.name).suffix.lower()
    tabular = (format_ for format_ in FORMATS if isinstance(format_, Tabular))
    return next((one for one in tabular if suffix in one.suffixes), None)

"""Tables among files that are to come in: of which a person has to say which column is what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from annotator.core.errors import UserError
from annotator.formats import FORMATS, recognised_or_none
from annotator.formats.base import Tabular
from annotator.formats.columns import Table
from annotator.formats.source import Source, open_source
from annotator.formats.text import PlainText

_ANY_TEXT = frozenset({PlainText.id})


class UnsureTable(NamedTuple):
    """A table whose columns are a guess, and the format that reads it."""

    path: Path
    format: str
    table: Table


class TableChoice(NamedTuple):
    """As what a table is read: ``columns`` as in ReadOptions."""

    format: str
    columns: Mapping[str, str]


class Answers(NamedTuple):
    """What a person said of files by their paths: their encodings, their columns."""

    encodings: Mapping[Path, str] = {}
    tables: Mapping[Path, TableChoice] = {}


def unsure_tables(paths: Sequence[Path], encodings: Mapping[Path, str]) -> list[UnsureTable]:
    """Return the tables among files whose columns no well-known names tell.

    Files in folders and archives are not looked at; what cannot be read the import reports.
    """
    found = []
    for path in paths:
        if path.is_file():
            try:
                unsure = _unsure(path, open_source(path, encodings.get(path)))
            except (UserError, OSError):
                continue
            if unsure is not None:
                found.append(unsure)
    return found


def _unsure(path: Path, source: Source) -> UnsureTable | None:
    format_ = _reader(path, source)
    table = format_.table(source) if format_ else None
    if format_ is None or table is None or table.is_sure:
        return None
    return UnsureTable(path, format_.id, table)


def _reader(path: Path, source: Source) -> Tabular | None:
    """Return the reader of tables that a file is for; its name tells what its content does not."""
    found = recognised_or_none(source)
    if found is not None and found.id not in _ANY_TEXT:
        return found if isinstance(found, Tabular) else None
    tabular = (format_ for format_ in FORMATS if isinstance(format_, Tabular))
    return next((one for one in tabular if path.suffix.lower() in one.suffixes), None)

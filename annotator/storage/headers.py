"""The first pages of a project whose header or list of tables is damaged.

Every project of one version begins with the same pages: its tables are made by the same scripts in
the same order, and SQLite never moves a table's first page. So those of a new project fit.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.core.labels import LabelSet
from annotator.storage.creation import create_file

_PAGE = 4096
_HEADER = 100  # SQLite's file format, 1.3
_INTERIOR = 5  # the type of a page of a table that has pages below it


def _mend_file_header(copy: Path) -> None:
    """Write the first 100 bytes anew."""
    _write(copy, _new_project(), whole_schema=False)


def _mend_schema(copy: Path) -> None:
    """Write the pages anew on which the list of tables is."""
    _write(copy, _new_project(), whole_schema=True)


HEADER_MENDS: tuple[Callable[[Path], None], ...] = (_mend_file_header, _mend_schema)
"""What can be tried in turn on a copy that SQLite cannot open."""


def _new_project() -> bytes:
    with TemporaryDirectory(prefix="annotator-") as place:
        path = Path(place) / "new.annotator"
        create_file(path, LabelSet("", ()), force=False)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
        return path.read_bytes()


def _write(copy: Path, new: bytes, *, whole_schema: bool) -> None:
    with copy.open("r+b") as stream:  # in place: a project may be larger than the memory
        for page in _schema_pages(new) if whole_schema else ():
            start = (page - 1) * _PAGE
            stream.seek(start)
            stream.write(new[start : start + _PAGE])
        pages = stream.seek(0, os.SEEK_END) // _PAGE
        header = bytearray(new[:_HEADER])
        header[28:32] = pages.to_bytes(4, "big")
        header[32:40] = bytes(8)  # pages that were free are left alone
        header[92:96] = header[24:28]  # the page count above is valid for this version
        stream.seek(0)
        stream.write(header)


def _schema_pages(new: bytes) -> list[int]:
    """Return the numbers of the pages that hold the list of tables of a new project."""
    found, waiting = [], [1]
    while waiting:
        number = waiting.pop()
        found.append(number)
        page = new[(number - 1) * _PAGE : number * _PAGE]
        start = _HEADER if number == 1 else 0
        if page[start] != _INTERIOR:
            continue
        cells = int.from_bytes(page[start + 3 : start + 5], "big")
        waiting.append(int.from_bytes(page[start + 8 : start + 12], "big"))
        for cell in range(cells):
            at = start + 12 + 2 * cell
            place = int.from_bytes(page[at : at + 2], "big")
            waiting.append(int.from_bytes(page[place : place + 4], "big"))
    return found

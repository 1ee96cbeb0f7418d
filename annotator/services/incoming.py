"""Which files come in: those that paths name, that lie in their folders and in their archives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from annotator.formats import belongs
from annotator.formats.decoding import checked_encoding
from annotator.formats.files import Found, files_in_archive, files_of
from annotator.formats.source import Source

_CARD = "README.MD"
_PROJECT_SUFFIX = ".annotator"
"""How the name of a project ends, and how those of the files beside an open one go on."""


class Incoming(NamedTuple):
    """A file that comes in, and the encoding that was chosen for it; None is to be found."""

    file: Found
    encoding: str | None


def incoming(
    paths: Sequence[Path], encodings: Mapping[Path, str], encoding: str | None = None
) -> Iterator[Incoming]:
    """Yield the files that paths name, in the one of ``encodings`` for a path, or in ``encoding``.

    Projects and cards in folders are passed over. Archives are not looked into.

    Raises:
        UserError: a path is absent, or an encoding unknown.
    """
    for path in paths:
        chosen = encodings.get(path, encoding)
        checked = checked_encoding(chosen) if chosen else None
        for file in files_of([path], encoding=checked, passed_over=_is_no_article, belongs=belongs):
            yield Incoming(file, checked)


def packed(source: Source, encoding: str | None) -> Iterator[Incoming]:
    """Yield the files of an archive, each to be read before the next one is asked for.

    Raises:
        UserError: the archive is damaged.
        OSError: it cannot be read.
    """
    for file in files_in_archive(source, encoding=encoding, belongs=belongs):
        yield Incoming(file, encoding)


def _is_no_article(path: Path) -> bool:
    """Whether a file in a folder is a project's, or says what the others are."""
    return path.suffix.startswith(_PROJECT_SUFFIX) or path.name.upper() == _CARD

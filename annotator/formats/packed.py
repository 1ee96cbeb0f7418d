"""Office files: zip archives of XML parts, read without trust.

Nothing is unpacked to disk. A file that would grow beyond what fits in memory is refused before it
is read, so is a part that declares a document type; no part leads outside of the file.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.formats.source import LARGEST_TEXT, Head, Source
from annotator.formats.zips import ArchiveError, check_compression, member_data, opened_archive

_LARGEST_PART = 1 << 24
"""Bytes of the largest XML part that is parsed at once (16 MiB): it may take thirty times that."""

_MOST_PARTS = 10_000
_HEADER = re.compile(rb"PK\x03\x04.{22}(..)..", re.DOTALL)
_OWN = ("[Content_Types].xml", "_rels/", "docProps/", "customXml/", "word/", "xl/")
_SAVE_AGAIN = QT_TRANSLATE_NOOP("messages", "Open it in an office program and save it again.")


def is_office_file(head: Head, folder: str) -> bool:
    """Whether a file is an office file with its parts in ``folder``, no archive of such files."""
    names = list(_names(head.data))
    return bool(names) and names[0].startswith(_OWN) and any(n.startswith(folder) for n in names)


@contextmanager
def office_file(source: Source) -> Iterator[zipfile.ZipFile]:
    """Open an office file.

    Raises:
        UserError: it is damaged, locked by a password, or grows too large.
        OSError: it cannot be read.
    """
    try:
        with opened_archive(io.BytesIO(source.data()), LARGEST_TEXT) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS:
                what = QT_TRANSLATE_NOOP("messages", "The file would be too large when unpacked.")
                raise refused(source.name, message(what))
            for info in parts:
                check_compression(info)
            yield archive
    except ArchiveError as error:
        raise refused(source.name, error.what) from error


def part(archive: zipfile.ZipFile, name: str, file: str) -> Any | None:
    """Return the root of an XML part, or None when there is no such part.

    Raises:
        UserError: it is no XML, declares a document type, or is too large.
        ArchiveError: it cannot be unpacked.
    """
    from lxml import etree  # noqa: PLC0415 - loads only with the first office file

    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    if info.file_size > _LARGEST_PART:
        what = QT_TRANSLATE_NOOP("messages", "The file would be too large when unpacked.")
        raise refused(file, message(what))
    data = member_data(archive, info)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True, huge_tree=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        what = QT_TRANSLATE_NOOP("messages", "The file is damaged or locked: {reason}.")
        raise refused(file, message(what, reason=str(error))) from error
    if root.getroottree().docinfo.internalDTD is not None:
        what = QT_TRANSLATE_NOOP("messages", "The file declares a document type; it is not read.")
        raise refused(file, message(what))
    return root


def refused(file: str, what: Message) -> UserError:
    """Return what to tell about an office file that is not read."""
    return UserError(what, where=file, todo=message(_SAVE_AGAIN))


def _names(data: bytes) -> Iterator[str]:
    for found in _HEADER.finditer(data):
        (length,) = struct.unpack("<H", found[1])
        name = data[found.end() : found.end() + length]
        if len(name) == length:
            yield name.decode("utf-8", "replace")

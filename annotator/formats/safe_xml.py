"""XML that is not to be trusted: elements one after another, without document types.

A document type is where entities are declared, those that name other files or addresses and those
that grow without end. No format here needs one, so a file that has one is refused before any of
it is read; nothing is ever fetched.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.formats.source import MOST_PIECES, too_large

_MOST_PIECES = 4 * MOST_PIECES
"""Elements and attributes."""

_DEEPEST = 1000


class Element(NamedTuple):
    """An element by its namespace and name; so are its attributes where they have a namespace."""

    namespace: str
    name: str
    attributes: Mapping[str, str]
    depth: int


class _HasDocumentTypeError(Exception):
    """The file declares a document type."""


def elements(data: bytes, file: str) -> list[Element]:
    """Return the elements in order, the outermost at depth 0; what they hold as text is dropped.

    An attribute with a namespace is called ``NAMESPACE NAME``.

    Raises:
        UserError: the file is no well-formed XML, declares a document type, or is too large.
    """
    found: list[Element] = []
    depth = pieces = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, pieces
        pieces += 1 + len(attributes)
        if pieces > _MOST_PIECES or depth > _DEEPEST:
            raise too_large(file)
        namespace, _, own = name.rpartition(" ")
        found.append(Element(namespace, own, attributes, depth))
        depth += 1

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    def refuse(*_: object) -> int:
        raise _HasDocumentTypeError

    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    try:
        parser.Parse(data, True)
    except _HasDocumentTypeError:
        what = QT_TRANSLATE_NOOP("messages", "The file declares a document type; it is not read.")
        todo = QT_TRANSLATE_NOOP("messages", "Remove the line that begins with {sign}.")
        raise UserError(message(what), where=file, todo=message(todo, sign="<!DOCTYPE")) from None
    except (ExpatError, LookupError, ValueError) as error:
        what = QT_TRANSLATE_NOOP("messages", "The file is not XML: {reason}.")
        todo = QT_TRANSLATE_NOOP("messages", "Export the file again.")
        raise UserError(message(what, reason=str(error)), where=file, todo=message(todo)) from error
    return found

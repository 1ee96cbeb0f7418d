"""Files in and out: one module a format, all listed in FORMATS."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.formats.base import Format, Gathers, Reader, Writer
from annotator.formats.brat import Brat
from annotator.formats.citron import Citron
from annotator.formats.conll2002 import Conll2002
from annotator.formats.conll2003 import Conll2003
from annotator.formats.conllup import ConllUPlus
from annotator.formats.csv_columns import CsvColumns
from annotator.formats.decoding import BINARY, not_text
from annotator.formats.doccano import DoccanoLabels, DoccanoRelations
from annotator.formats.docx import Docx
from annotator.formats.html import Html
from annotator.formats.html_page import HtmlPage
from annotator.formats.huggingface import HuggingFaceJsonl, HuggingFaceParquet
from annotator.formats.json_columns import JsonColumns
from annotator.formats.jsonl import Jsonl
from annotator.formats.label_studio import LabelStudio
from annotator.formats.prodigy import Prodigy
from annotator.formats.sgml import NewsSgml
from annotator.formats.source import Source, empty
from annotator.formats.spacy_bin import SpacyBin
from annotator.formats.spacy_folder import SpacyFolder
from annotator.formats.span_csv import SpanCsv
from annotator.formats.span_parquet import SpanParquet
from annotator.formats.text import PlainText
from annotator.formats.uima_json import CasJson
from annotator.formats.uima_xmi import CasXmi
from annotator.formats.webanno import WebAnno
from annotator.formats.xlsx import Excel

FORMATS: tuple[Format, ...] = (
    Jsonl(),
    Conll2002(),
    Conll2003(),
    ConllUPlus(),
    DoccanoLabels(),
    DoccanoRelations(),
    LabelStudio(),
    Prodigy(),
    SpacyBin(),
    SpacyFolder(),
    HuggingFaceParquet(),
    HuggingFaceJsonl(),
    SpanParquet(),
    SpanCsv(),
    Citron(),
    Brat(),
    CasJson(),
    CasXmi(),
    WebAnno(),
    Html(),
    JsonColumns(),
    CsvColumns(),
    Excel(),
    NewsSgml(),
    Docx(),
    HtmlPage(),
    PlainText(),
)
"""Every format, the one to offer first coming first."""


# To find who has all of a protocol takes longer than to look into a file: it is done once.


@cache
def readers() -> tuple[Reader, ...]:
    """Return the formats that can be read."""
    return tuple(format_ for format_ in FORMATS if isinstance(format_, Reader))


@cache
def writers() -> tuple[Writer, ...]:
    """Return the formats that can be written."""
    return tuple(format_ for format_ in FORMATS if isinstance(format_, Writer))


def reader(format_id: str) -> Reader:
    """Return the reader with that id.

    Raises:
        UserError: there is none.
    """
    for format_ in readers():
        if format_.id == format_id:
            return format_
    raise _unknown(format_id, readers())


def writer(format_id: str) -> Writer:
    """Return the writer with that id.

    Raises:
        UserError: there is none.
    """
    for format_ in writers():
        if format_.id == format_id:
            return format_
    raise _unknown(format_id, writers())


def recognised(source: Source) -> Reader:
    """Return the reader that is surest of a file, by its content.

    Raises:
        UserError: the file is empty or of no format.
    """
    found = recognised_or_none(source)
    if found is None and not source.head.text and source.encoding.name != BINARY:
        raise empty(source.name)
    if found is None:
        fault = not_text()
        raise UserError(fault.what, where=source.name, todo=fault.todo)
    return found


def recognised_or_none(source: Source) -> Reader | None:
    """Return the reader that is surest of a file, or None when each says that it is none."""
    sure, _, found = max(
        (format_.sniff(source.head), -number, format_) for number, format_ in enumerate(readers())
    )
    return found if sure else None


def belongs(name: str, beside: Collection[str]) -> bool:
    """Whether some format reads the file ``name`` together with another one ``beside`` it."""
    return any(format_.belongs(name, beside) for format_ in _gathering())


@cache
def _gathering() -> tuple[Gathers, ...]:
    return tuple(format_ for format_ in FORMATS if isinstance(format_, Gathers))


def _unknown(format_id: str, known: tuple[Format, ...]) -> UserError:
    return UserError(
        message(QT_TRANSLATE_NOOP("messages", "Unknown format: {name}."), name=format_id),
        todo=message(
            QT_TRANSLATE_NOOP("messages", "Known formats: {names}."),
            names=", ".join(format_.id for format_ in known),
        ),
    )

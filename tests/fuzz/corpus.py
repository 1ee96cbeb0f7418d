"""What fuzzing begins with: files of every format, as programs write them and as strangers do."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.article import Article, ArticleStatus
from annotator.core.entities import Entity, Status
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.core.tags import TagScheme
from annotator.formats import readers
from annotator.formats.base import Reader, WriteOptions, Writer
from annotator.formats.jsonl_keys import FORMAT
from annotator.formats.uima_types import TYPES_FILE
from tests.fuzz.cases import ANY, Case

FIRST = "قال وزير الخارجية سامح شكري في القاهرة: «لن نقبل هذا التهديد»، وأضاف: «ولن نصمت»."
SECOND = (
    'وصل بايدن إلى واشنطن.\n\nقالت "رويترز" إن الوزير وليد، بحسب 3.5% من المصادر، لأرمينيا عاد.'
)
THIRD = "Ali said: “No.” 😊 in Paris"


def corpus(target: str) -> tuple[Case, ...]:
    """Return the files that fuzzing of a target begins with; that of all formats for ANY."""
    if target == ANY:
        own = [case for format_ in readers() for case in corpus(format_.id)[:2]]
        return (*own, *_archives(own))
    return _corpus(target)


@cache
def _corpus(target: str) -> tuple[Case, ...]:
    format_ = next(format_ for format_ in readers() if format_.id == target)
    cases = list(_written(format_)) if isinstance(format_, Writer) else []
    cases += [Case(f"{target}-{n}.bin", data) for n, data in enumerate(_BY_HAND.get(target, ()))]
    if not cases:
        raise LookupError(f"no files of the format {target} to begin with")
    return tuple(cases)


def articles() -> tuple[AnnotatedArticle, ...]:
    """Return articles with all that an article may have."""
    return (
        _marked("a1", FIRST, ("سامح شكري", "PER"), ("القاهرة", "LOC"), ("شكري", "PER")),
        _marked(
            "a2", SECOND, ("بايدن", "PER"), ("واشنطن", "LOC"), ("رويترز", "ORG"), ("أرمينيا", "LOC")
        ),
        _marked("a3", THIRD, ("Ali", "PER"), ("Paris", "LOC")),
        AnnotatedArticle(Article("a4", "لا شيء هنا.")),
    )


def _marked(id_: str, text: str, *marked: tuple[str, str]) -> AnnotatedArticle:
    entities = [
        Entity(f"e{n}", _span(text, string), label, note="ملاحظة" if n == 1 else "", score=0.5)
        for n, (string, label) in enumerate(marked, 1)
    ]
    quotes = []
    if text == FIRST:
        outer = Quote(
            "q1", QuoteType.DIRECT, (_span(text, "لن نقبل هذا التهديد"), _span(text, "ولن نصمت")),
            cue=(_span(text, "قال"),), source=_span(text, "سامح شكري"),
            speaker=_span(text, "سامح شكري"), verbatim=(_span(text, "لن نقبل"),),
        )  # fmt: skip
        inner = Quote("q2", QuoteType.MIXED, (_span(text, "هذا التهديد"),), nested_in="q1")
        quotes = [outer, inner]
    if text == SECOND:
        quotes = [
            Quote("q1", QuoteType.INDIRECT, (_span(text, "الوزير وليد"),),
                  cue=(_span(text, "قالت"),), source=_span(text, "رويترز"), status=Status.SUGGESTED)
        ]  # fmt: skip
    made = AnnotatedArticle(
        Article(id_, text, "عنوان", {"source": "وكالة", "n": [1, {"x": None}]}),
        annotator="سلمى",
        status=ArticleStatus.IN_PROGRESS,
        entities=in_reading_order(entities),
        quotes=in_reading_order(quotes),
    )
    return replace(made, note="سؤال", flags=("unsure",), extra={"split": "train"})


def _span(text: str, string: str) -> Span:
    start = text.index(string)
    return Span(start, start + len(string))


def _written(format_: Writer) -> Iterator[Case]:
    schemes = (TagScheme.IOB2, TagScheme.IOBES) if "conll" in format_.id else (TagScheme.IOB2,)
    for scheme in schemes:
        for chosen in (articles(), articles()[:1]):
            yield from _files_written(format_, chosen, WriteOptions(scheme=scheme))


def _files_written(
    format_: Writer, chosen: tuple[AnnotatedArticle, ...], options: WriteOptions
) -> Iterator[Case]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        if format_.folder:
            out.mkdir()
        format_.write([format_.prepare(article, options) for article in chosen], out)
        if not format_.folder:
            yield Case(f"{format_.id}{format_.suffixes[0]}", out.read_bytes())
            return
        files = {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.is_file()}
    for name, own in files.items():
        if isinstance(format_, Reader) and not _is_beside(format_, name, files):
            yield Case(name, own, {n: data for n, data in files.items() if n != name})


def _is_beside(format_: Reader, name: str, files: dict[str, bytes]) -> bool:
    asked = getattr(format_, "belongs", None)
    return name == TYPES_FILE or (asked is not None and asked(name, files))


def _archives(cases: list[Case]) -> Iterator[Case]:
    for number in range(0, len(cases), 12):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for case in cases[number : number + 4]:
                for name, data in {case.name: case.data, **case.beside}.items():
                    archive.writestr(f"{len(archive.namelist())}/{name}", data)
        yield Case(f"files{number}.zip", stream.getvalue())


# What no writer of ours makes


def zipped(parts: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip archive of these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def word_file() -> bytes:
    """Return a Word file with a title, a table, a field and metadata."""
    cell = "<w:tc><w:p><w:r><w:t>خلية</w:t></w:r></w:p></w:tc>"
    body = (
        '<w:p><w:pPr><w:pStyle w:val="a1"/></w:pPr><w:r><w:t>عنوان</w:t></w:r></w:p>'
        f"<w:p><w:r><w:t>{FIRST}</w:t><w:tab/><w:br/></w:r><w:ins><w:r><w:t>أ</w:t></w:r></w:ins></w:p>"
        f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"
    )
    return zipped(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            'relationships"><Relationship Id="r" Type="x/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f'<w:styles {_W}><w:style w:styleId="a1"><w:name w:val="Title"/>'
            "</w:style></w:styles>",
            "docProps/core.xml": '<c xmlns:dc="http://purl.org/dc/elements/1.1/">'
            "<dc:title>ملف</dc:title></c>",
        }
    )


def excel_file() -> bytes:
    """Return a workbook of two sheets with texts, numbers, a date and a formula."""
    from datetime import datetime

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(["id", "title", "text", "date", "n"])
    sheet.append(["n1", "عنوان", FIRST, datetime(2020, 10, 1), 1.5])  # noqa: DTZ001
    sheet.append(["n2", None, SECOND, "=1+1", True])
    book.create_sheet("آخر").append(["x"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


_DOC = f"""<DOC>
<DOCNO>AL-1</DOCNO>
<URL>https://example.org/1?a=1&b=2</URL>
<TITLE>خبر &amp; عنوان</TITLE>
<TIME>Sun, 15 Jul 2018 21:56:56 +0400</TIME>
<TEXT>
{SECOND} &quot;نعم&quot; AT&T < 5 <b>هنا</b>
</TEXT>
</DOC>
"""
_PAGE = f"""<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>لن نقبل - صحيفة</title>
<meta property="og:title" content="شكري: لن نقبل &amp; لن نصمت"><meta name="author" content="سلمى">
<link rel="canonical" href="https://example.org/1"><script>var x = "<p>لا</p>";</script>
<style>p {{ color: red }}</style></head><body><nav><ul><li><a href="/">الرئيسة</a></ul></nav>
<article><h1>شكري: <b>لن نقبل</b></h1><p>{FIRST}&nbsp;<br>{SECOND}<!-- x --><p>&#1608;لندن.
<ul><li>أول<li>ثان</ul><table><tr><td>عام<td>2020</table><aside>إعلان</aside>
<p style="display: none">مخفي</article><footer>حقوق</footer></body></html>
"""
_NEWS = [
    {"id": "n1", "title": "عنوان", "text": FIRST, "url": "https://x/1", "n": 1.5},
    {"id": "n2", "headline": "آخر", "body": SECOND, "tags": ["أ", "ب"], "x": None},
]
_TABLE = (
    f'id,title,text,url\r\nn1,عنوان,"{FIRST}\r\nسطر ""ثان""",https://x/1\r\nn2,آخر,نص قصير هنا,\r\n'
)
_OLD_LINE = {
    "format": FORMAT, "id": "a1", "text": FIRST,
    "entities": [{"start": 18, "end": 27, "label": "PER", "text": "سامح شكري"},
                 {"id": "e1", "start": 31, "end": 38, "label": "LOC", "status": "suggested"}],
    "quotes": [{"id": "q1", "type": "direct", "content": [41, 60], "cue": [[0, 3]],
                "source": [18, 27]}],
    "verdicts": [], "x": {"deep": [[[[1]]]]},
}  # fmt: skip


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


_BY_HAND: dict[str, tuple[bytes, ...]] = {
    "jsonl": (_json(_OLD_LINE), _json([_OLD_LINE, _OLD_LINE]), b'{"text": "a"}\n\n{"text": "b"}'),
    "conll2002": ("قال O\nسامح B-PER\nشكري I-PER\n\nفي O\nباريس S-LOC\n".encode(),
                  "# id\nقال\tO\nسامح\tU-PER\n".encode()),
    "conll2003": ("-DOCSTART- -X- O O\n\nقال VB O O\nسامح NN B-NP B-PER\n\n".encode(),),
    "doccano": (_json({"id": 1, "text": FIRST, "label": [[18, 27, "PER"]], "Comments": []}),),
    "json-columns": (
        _json(_NEWS), b"\n".join(map(_json, _NEWS)), _json({"articles": _NEWS, "count": 2}),
        json.dumps(_NEWS, ensure_ascii=False, indent=2).encode("utf-16"),
    ),
    "csv": (_TABLE.encode(), _TABLE.replace(",", "\t").encode("utf-16"),
            _TABLE.replace(",", ";").encode("cp1256")),
    "xlsx": (excel_file(),),
    "sgml": ((_DOC + _DOC.replace("AL-1", "AL-2")).encode(), _DOC.encode("cp1256", "ignore")),
    "docx": (word_file(),),
    "html-page": (_PAGE.encode(), _PAGE.encode("cp1256", "ignore"), _PAGE.encode("utf-16")),
    "text": (FIRST.encode(), SECOND.encode("cp1256", "ignore"), SECOND.encode("utf-16"),
             f"\ufeff{SECOND}\r\n".encode(), SECOND.encode("mac_arabic", "ignore")),
}  # fmt: skip

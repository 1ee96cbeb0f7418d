"""Word files: paragraphs and tables, and archives that mean harm."""

from __future__ import annotations

import zipfile
from html import escape

import pytest

from annotator.core.errors import UserError
from annotator.formats import packed, reader, recognised, recognised_or_none
from annotator.formats.source import open_source

FORMAT = reader("docx")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


@pytest.fixture
def made(tmp_path):
    def make(body: str, head: str = "", **parts: str):
        path = tmp_path / "خبر.bin"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", TYPES)
            archive.writestr(
                "word/document.xml", f"{head}<w:document {W}><w:body>{body}</w:body></w:document>"
            )
            for name, content in parts.items():
                archive.writestr(name.replace("__", "/") + ".xml", content)
        return path

    return make


def test_what_a_reader_of_the_page_sees_is_taken(made, read_file):
    split = "".join(f"<w:r><w:t>{piece}</w:t></w:r>" for piece in ("وا", "شنطن"))
    body = (
        paragraph("العنوان", "a1")
        + paragraph(" قال سامح:\u200f «نعم» & لا ")
        + f"<w:p>{split}<w:r><w:tab/><w:br/><w:t>ثم</w:t></w:r>"
        "<w:del><w:r><w:delText>حذف</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> أضيف</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>نقل</w:t></w:r></w:moveFrom>"
        "<w:r><w:instrText>HYPERLINK</w:instrText></w:r>"
        "<w:hyperlink><w:r><w:t> رابط</w:t></w:r></w:hyperlink></w:p>"
        + paragraph("  ")
        + "<w:sdt><w:sdtContent>" + paragraph("حقل") + "</w:sdtContent></w:sdt>"
        + f"<w:tbl><w:tr><w:tc>{paragraph('أ')}</w:tc><w:tc>{paragraph('ب')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{paragraph('ج')}{paragraph('د')}</w:tc><w:tc/></w:tr></w:tbl>"
    )  # fmt: skip
    path = made(
        body,
        word__styles=f'<w:styles {W}><w:style w:styleId="a1"><w:name w:val="Title"/></w:style>'
        "</w:styles>",
        docProps__core='<c xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>ملف</dc:title><dc:creator>سلمى</dc:creator></c>",
    )
    assert recognised(open_source(path)) is FORMAT
    ((article,), problems) = read_file(FORMAT, path)
    assert problems == []
    assert article.text.split("\n\n") == [
        "العنوان",
        " قال سامح:\u200f «نعم» & لا ",
        "واشنطن\t\nثم أضيف رابط",
        "حقل",
        "أ\tب\nج د\t",
    ]
    assert (article.article.id, article.article.title) == ("خبر", "العنوان")
    assert article.article.meta == {"source": "خبر.bin", "author": "سلمى"}


def test_text_boxes_are_told(made, read_file):
    inside = f"<w:txbxContent>{paragraph('صندوق')}</w:txbxContent>"
    box = f"<w:p><w:r><w:pict>{inside}</w:pict></w:r></w:p>"
    ((article,), problems) = read_file(FORMAT, made(paragraph("نص") + box))
    assert article.text == "نص"
    assert [problem.kind for problem in problems] == ["boxes"]


def test_an_entity_that_names_a_file_is_refused(made, read_file, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("سر", encoding="utf-8")
    head = f'<!DOCTYPE x [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    path = made("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", head)
    with pytest.raises(UserError, match="document type"):
        read_file(FORMAT, path)


def test_a_file_that_would_grow_too_large_is_refused_unread(made, read_file, monkeypatch):
    path = made(paragraph("ا" * 4_000_000))
    assert path.stat().st_size < 100_000
    monkeypatch.setattr(packed, "LARGEST_TEXT", 1_000_000)
    with pytest.raises(UserError, match="too large"):
        read_file(FORMAT, path)
    monkeypatch.undo()
    monkeypatch.setattr(packed, "_LARGEST_PART", 1_000_000)
    with pytest.raises(UserError, match="too large"):
        read_file(FORMAT, path)


@pytest.mark.parametrize("body", ["<w:p>", "<w:p/></w:body></w:document><x>", "\x01"])
def test_a_damaged_part_is_told(made, read_file, body):
    with pytest.raises(UserError, match="damaged"):
        read_file(FORMAT, made(body))


def test_a_cut_off_file_is_told(made, read_file):
    path = made(paragraph("نص"))
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(UserError, match="damaged"):
        read_file(FORMAT, path)


def test_an_empty_file_is_told(made, read_file):
    articles, problems = read_file(FORMAT, made(paragraph(" ")))
    assert articles == []
    assert [problem.kind for problem in problems] == ["empty"]


def test_an_archive_of_word_files_is_none_itself(made, tmp_path):
    outer = tmp_path / "all.zip"
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_STORED) as archive:
        archive.write(made(paragraph("نص")), "a.docx")
    assert recognised_or_none(open_source(outer)) is None

"""News files of ``<DOC>`` elements, as they are and as they should be."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotated import AnnotatedArticle
from annotator.core.problems import Severity
from annotator.formats import reader, recognised
from annotator.formats.base import ReadOptions
from annotator.formats.source import open_source, source_of

FORMAT = reader("sgml")
ANT = Path(__file__).parents[3] / "shared" / "data" / "ant_news.tar.xz"
DOC = """<DOC>
<DOCNO>AL-1</DOCNO>
<URL>https://example.org/1?a=1&b=2</URL>
<SRC>alarabia</SRC>
<CAT>culture</CAT>
<TITLE>خبر &amp; عنوان</TITLE>
<TIME>Sun, 15 Jul 2018 21:56:56 +0400</TIME>
<AUTHOR></AUTHOR>
<ABSTRACT>
ملخص
</ABSTRACT>
<TEXT>
قال سامح: "AT&T < 5" &quot;نعم&quot;.
  ثم  سافر <b>هنا</b> و<TITLE>.
</TEXT>
</DOC>
"""
TEXT = 'قال سامح: "AT&T < 5" "نعم".\n  ثم  سافر <b>هنا</b> و<TITLE>.'


@pytest.fixture
def read(tmp_path, read_file):
    def read_text(text: str):
        path = tmp_path / "news.txt"
        path.write_text(text, encoding="utf-8")
        return read_file(FORMAT, path)

    return read_text


def test_the_parts_of_an_article_go_where_they_belong(read, tmp_path):
    articles, problems = read(f"{DOC}\n{DOC.replace('AL-1', 'AL-2')}")
    assert recognised(open_source(tmp_path / "news.txt")) is FORMAT
    assert problems == []
    assert [article.article.id for article in articles] == ["AL-1", "AL-2"]
    assert articles[0].text == TEXT
    assert articles[0].article.title == "خبر & عنوان"
    assert articles[0].article.meta == {
        "url": "https://example.org/1?a=1&b=2",
        "source": "alarabia",
        "category": "culture",
        "date": "Sun, 15 Jul 2018 21:56:56 +0400",
        "description": "ملخص",
    }


def test_end_tags_that_are_missing_are_told_with_their_lines(read):
    text = DOC.replace("</TITLE>", "").replace("</TEXT>\n", "").replace("</DOC>\n", "")
    articles, problems = read(text + DOC)
    assert [article.text for article in articles] == [TEXT, TEXT]
    assert articles[0].article.title == "خبر & عنوان"
    assert [(p.kind, p.severity, p.line) for p in problems] == [
        ("markup", Severity.CHANGED, 7),
        ("markup", Severity.CHANGED, 15),
        ("markup", Severity.CHANGED, 15),
    ]


def test_paragraphs_are_apart_by_blank_lines(read):
    text = (
        '<doc id="X.1" type="story"><headline>\nعنوان\n</headline>'
        "<text>\n<p>\nأ\n</p>\n<P>\nب\n</P></text></doc>"
    )
    ((article,), problems) = read(text)
    assert problems == []
    assert (article.article.id, article.article.title, article.text) == ("X.1", "عنوان", "أ\n\nب")


def test_xml_with_a_document_type_and_marked_sections_is_read_without_it(read, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("سر", encoding="utf-8")
    text = (
        f'<?xml version="1.0"?><!DOCTYPE DOC [<!ENTITY x SYSTEM "{secret.as_uri()}">]>\n'
        "<DOC><DOCNO>1</DOCNO><TEXT><![CDATA[قال &x; نعم]]></TEXT></DOC>"
    )
    ((article,), _) = read(text)
    assert article.text == "قال &x; نعم"


def test_an_article_without_text_is_told(read):
    articles, problems = read("<DOC>\n<DOCNO>1</DOCNO>\n<TEXT>\n \n</TEXT>\n</DOC>\n" + DOC)
    assert len(articles) == 1
    assert [(p.kind, p.line, p.article) for p in problems] == [("empty", 1, "1")]


_PIECE = st.sampled_from(
    ["<DOC>", "</DOC>", "<TEXT>", "</TEXT>", "<TITLE>", "</TITLE>", "<DOCNO>", "</DOCNO>", "<P>",
     "<BR/>", "\n", "نص", "&", "&#99999999;", "&#xD800;", "<", ">", "<![CDATA[", "]]>"]
)  # fmt: skip


@given(st.lists(_PIECE, max_size=50).map("".join))
def test_no_markup_is_an_error(markup):
    import io

    source = source_of("x", lambda: io.BytesIO(markup.encode()))
    assert list(FORMAT.read(source, ReadOptions()))


@pytest.mark.skipif(not ANT.exists(), reason="the ANT corpus is not on this machine")
def test_the_files_of_a_real_collection_are_read(tmp_path):
    taken = 0
    with tarfile.open(ANT) as archive:
        for member in archive:
            path = tmp_path / "news.txt"
            path.write_bytes(archive.extractfile(member).read())
            source = open_source(path)
            assert recognised(source) is FORMAT
            (article,) = FORMAT.read(source, ReadOptions())
            assert isinstance(article, AnnotatedArticle)
            whole = path.read_text(encoding="utf-8")
            assert article.text in whole or "&" in whole
            assert {"url", "source", "category"} <= article.article.meta.keys()
            taken += 1
            if taken == 200:
                return

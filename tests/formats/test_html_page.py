"""HTML pages of news: the article without what stands around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.core.problems import Severity
from annotator.formats import html_page, html_text, reader, recognised, writer
from annotator.formats.base import WriteOptions
from annotator.formats.html_text import page_of
from annotator.formats.source import open_source

FORMAT = reader("html-page")
PAGE = """<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="{charset}">
<title>لن نقبل - صحيفة</title>
<meta property="og:title" content="شكري: لن نقبل &amp; لن نصمت">
<meta property="article:published_time" content="2020-10-01T08:00:00Z">
<meta name="author" content="سلمى حداد"><meta name="description" content="ملخص">
<link rel="canonical" href="https://example.org/1">
<script>var x = "<p>لا</p>";</script><style>p {{ color: red }}</style></head>
<body><header><h1>الصحيفة</h1></header><nav><ul><li><a href="/">الرئيسة</a></ul></nav>
<div class="teasers"><article><p>خبر آخر</p></article></div>
<article><header><h1>شكري: <b>لن نقبل</b></h1></header>
<p>قال سامح&nbsp;شكري: «لن نقبل»&lrm;
 هذا الأمر.<br>وأضاف <span>و<b>ا</b>شنطن</span>.
<p>ثم سافر<!-- تعليق --> إلى باريس &#1608;لندن.
<ul><li>أول<li>ثان</ul><ul><li><a href="/2">اقرأ أيضا</a></ul>
<table><tr><td>عام<td>2020<tr><td>شهر<td>10</table>
<aside>إعلان</aside><p hidden>مخفي<p style="display: none">مخفي
</article><footer>حقوق النشر</footer></body></html>
"""
TEXT = (
    "شكري: لن نقبل\n\nقال سامح\xa0شكري: «لن نقبل»\u200e هذا الأمر.\nوأضاف واشنطن.\n\n"
    "ثم سافر إلى باريس ولندن.\n\nأول\nثان\n\nعام\t2020\nشهر\t10"
)


def test_the_article_is_taken_and_nothing_else(tmp_path, read_file):
    path = tmp_path / "page.txt"
    path.write_text(PAGE.format(charset="utf-8"), encoding="utf-8")
    assert recognised(open_source(path)) is FORMAT
    ((article,), problems) = read_file(FORMAT, path)
    assert problems == []
    assert article.text == TEXT
    assert (article.article.id, article.article.title) == ("page", "شكري: لن نقبل & لن نصمت")
    assert article.article.meta == {
        "source": "page.txt",
        "date": "2020-10-01T08:00:00Z",
        "author": "سلمى حداد",
        "description": "ملخص",
        "url": "https://example.org/1",
        "language": "ar",
    }


@pytest.mark.parametrize("encoding", ["cp1256", "utf-16", "utf-8-sig"])
def test_the_encoding_is_found_whatever_the_page_is_in(tmp_path, read_file, encoding):
    path = tmp_path / "page.html"
    path.write_bytes(
        PAGE.format(charset="windows-1256").replace("&lrm;", "").encode(encoding, "ignore")
    )
    ((article,), problems) = read_file(FORMAT, path)
    assert article.text == TEXT.replace("\u200e", "")
    assert all(problem.severity is Severity.NOTICE for problem in problems)


def test_a_page_that_states_another_encoding_of_one_byte_is_believed(tmp_path, read_file):
    """Too few letters to guess by: here MS-DOS Arabic, which fits nothing that is likelier."""
    path = tmp_path / "page.html"
    page = "<html><meta charset=iso-8859-6><p>مد"
    path.write_bytes(page.encode("iso8859_6"))
    ((article,), _) = read_file(FORMAT, path)
    assert article.text == "مد"


def test_without_an_article_the_paragraphs_tell_where_the_text_is():
    page = "<body><div>قائمة <a href=x>رابط</a></div><div><p>فقرة أولى طويلة.<p>ثانية.</div>"
    assert page_of(page).text == "فقرة أولى طويلة.\n\nثانية."


def test_a_heading_outside_of_the_article_comes_first():
    page = "<h1>عنوان</h1><main><p>نص الخبر.</main>"
    assert page_of(page).text == "عنوان\n\nنص الخبر."


def test_quotation_elements_have_their_marks():
    assert page_of("<p>قال: <q>نعم</q>").text == 'قال: "نعم"'


def test_lines_of_preformatted_text_stay():
    assert page_of("<pre>أ\nب  ج</pre>").text == "أ\nب  ج"


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><script>alert('نص')</script></body></html>",
        "<html><nav>قائمة</nav></html>",
    ],
)
def test_a_page_without_text_is_told(tmp_path, read_file, page):
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    articles, problems = read_file(FORMAT, path)
    assert articles == []
    assert [problem.kind for problem in problems] == ["empty"]


def test_entities_of_the_pages_own_are_not_expanded_and_no_file_is_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("سر", encoding="utf-8")
    page = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "كثير">]>'
        f"<html><body><p>قبل &x; &y; بعد<iframe src='{secret.as_uri()}'></iframe></p></body></html>"
    )
    text = page_of(page).text
    assert "سر" not in text
    assert "قبل" in text


def test_a_page_written_for_reading_is_not_taken_back(tmp_path, article, read_file):
    path = tmp_path / "out.html"
    html = writer("html")
    html.write([html.prepare(article("قال سامح."), WriteOptions())], path)
    with pytest.raises(UserError, match="reading and printing"):
        read_file(FORMAT, path)


def test_a_page_that_is_too_large_to_parse_is_refused(tmp_path, read_file, monkeypatch):
    monkeypatch.setattr(html_page, "_LARGEST_PAGE", 1000)
    path = tmp_path / "page.html"
    path.write_text("<html><p>" + "نص " * 400, encoding="utf-8")
    with pytest.raises(UserError, match="too large"):
        read_file(FORMAT, path)


def test_pages_that_nest_deeply_are_walked_a_few_times_only(monkeypatch):
    """Each element weighed by itself would take as many steps as there are pairs of them."""
    steps = 0

    def counted(size):
        def count(text):
            nonlocal steps
            steps += 1
            return size(text)

        return count

    monkeypatch.setattr(html_text, "_size", counted(html_text._size))
    nested = "<article><p>نص<ul>" * 60 + "<li><a>نص</a><p>قال</p>" * 500
    assert "قال" in page_of(f"<html><body>{nested}").text
    assert steps < 10_000


@given(st.text())
def test_no_text_is_an_error(markup):
    page_of(markup)


_PIECE = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<ul>", "<li>", "<a>", "</a>", "<article>", "</article>",
     "<br", "<!--", "-->", "<h1>", "</h1>", "<table>", "<tr>", "<td>", "<q>", "<pre>", "</pre>",
     "<script>", "</script>", "<meta name=x", "&amp;", "&#0;", "&#xD800;", "<![CDATA[", "]]>",
     "<body>", "<html>", "<header>", "نص", " \n", '"', "<svg>", "<main role=main>", "\0",
     "<?xml ?>"]
)  # fmt: skip


@given(st.lists(_PIECE, max_size=60).map("".join))
def test_no_markup_is_an_error(markup):
    text = page_of(markup).text
    assert text == text.strip(" \t\n")
    assert "\n\n\n" not in text

"""HTML for reading and printing: all that is marked is there, and nothing runs."""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from annotator.config.labelsets import load_label_set
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity, Status
from annotator.core.labels import Label, LabelSet
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats import writer
from annotator.formats.base import WriteOptions
from annotator.formats.html_marks import marked, marks_of

FORMAT = writer("html")
TEXT = "قال سامح في جامعة القاهرة ولأرمينيا: «لن نقبل <هذا> & ذاك»."


@pytest.fixture
def page(write):
    """Return the page of articles, parsed, and as it is in the file."""

    def made(*articles: AnnotatedArticle, **options):
        text = write(FORMAT, *articles, options=WriteOptions(**options)).read_text(encoding="utf-8")
        return etree.fromstring(text.encode(), etree.HTMLParser(encoding="utf-8")), text

    return made


def strings(root, name: str) -> list[tuple[str, str]]:
    return [("".join(e.itertext()), e.get("class")) for e in root.iter(name)]


def test_spans_are_marked_at_the_letter_and_nothing_parts_the_letters(page, article):
    given_ = article(TEXT, ("سامح", "PER"), ("جامعة القاهرة", "ORG"), ("أرمينيا", "LOC"))
    inner = Span(TEXT.index("القاهرة"), TEXT.index("القاهرة") + 7)
    entities = sorted((*given_.entities, Entity("e4", inner, "LOC")), key=lambda e: e.sort_key)
    root, text = page(replace(given_, entities=tuple(entities)), label_set=load_label_set())
    assert strings(root, "mark") == [
        ("سامح", "l0"),
        ("جامعة القاهرة", "l1"),
        ("القاهرة", "l2"),
        ("أرمينيا", "l2"),
    ]
    assert "ول<mark" in text
    rules = re.sub(r"/\*.*?\*/", "", text.split("<style>")[1].split("</style>")[0], flags=re.DOTALL)
    mark = re.search(r"(?m)^mark \{(.*?)\}", rules, re.DOTALL)[1]
    assert "padding-block-start" in mark
    for parting in ("::before", "::after", "padding-inline", "margin-inline", "padding:", "ruby"):
        assert parting not in mark
    assert "::" not in rules
    assert "شخص" in unescape_urls(text)


def unescape_urls(text: str) -> str:
    from urllib.parse import unquote

    return unquote(text)


def test_quotes_are_listed_with_speaker_and_cue(page, article):
    content = Span(TEXT.index("لن"), TEXT.index("»"))
    quote = Quote(
        "q1", QuoteType.DIRECT, (content,), cue=(Span(0, 3),), source=Span(4, 8), note="سؤال"
    )
    root, _ = page(replace(article(TEXT, ("سامح", "PER")), quotes=(quote,)))
    (band,) = root.findall(".//span[@id='a1-q1']")
    assert "".join(band.itertext()) == content.of(TEXT)
    (item,) = root.findall(".//section//li")
    told = "".join(item.itertext())
    assert told.startswith(f"سامح: {content.of(TEXT)}")
    assert all(word in told for word in ("مباشر", "لفظ القول: قال", "سؤال"))
    assert item.find(".//a").get("href") == "#a1-q1"


def test_nothing_of_the_data_becomes_markup_or_runs(page, article):
    evil = '</style><script>alert("1")</script><img src=x onerror=alert(1)>'
    label = f'P"){evil}'
    annotated = article(f"قال {evil} سامح.", ("سامح", label))
    own = replace(
        annotated.article,
        id=f'"{evil}',
        title=evil,
        meta={evil: f"javascript:{evil}", "url": f"https://x/{evil}"},
        sha256="",
    )
    entity = replace(annotated.entities[0], id=f'e" onclick="{evil}', note=evil)
    annotated = replace(
        annotated, article=own, entities=(entity,), annotator=evil, note=evil, flags=(evil,)
    )
    labels = LabelSet("x", (Label(label, {"ar": evil}),))
    for set_ in (None, labels):
        root, text = page(annotated, label_set=set_)
        assert not list(root.iter("script", "img"))
        assert not [e for e in root.iter() if any(name.startswith("on") for name in e.attrib)]
        assert all(a.get("href").startswith(("#", "https://")) for a in root.iter("a"))
        assert text.count("</style>") == 1
        (picture,) = re.findall(
            r"^\.l0 \{.*--name: (.*); \}$", text.split("@media screen")[0], re.MULTILINE
        )
        assert re.fullmatch(r'url\("data:image/svg\+xml,[\w%.~-]+"\)', picture)
        assert "default-src 'none'" in text


def test_an_index_leads_to_the_articles(page, article):
    root, _ = page(*(article(f"نص رقم {n}.", id_=f"a{n}") for n in range(3)))
    assert [a.get("href") for a in root.findall(".//nav//a")] == ["#a1", "#a2", "#a3"]
    assert [a.get("id") for a in root.iter("article")] == ["a1", "a2", "a3"]
    assert root.get("dir") == "rtl"
    alone, _ = page(article("نص."))
    assert alone.find(".//nav") is None


def test_what_is_said_of_records_is_shown(page, full_article):
    """What the format says that it keeps, it shows."""
    root, _ = page(full_article, language="en")
    told = unescape("".join(root.itertext()))
    for value in ("a1", "عنوان", "وكالة", "سلمى", "reviewed", "سؤال للمراجع", "unsure", "ملاحظة",
                  "ask", "not said", "optional", "no closing mark", "suggested"):  # fmt: skip
        assert value in told
    assert ("واشنطن", "l0 rejected") in strings(root, "mark")


def test_the_title_line_of_a_text_is_the_heading_once(page, article):
    root, _ = page(article("باكو تتهم يريفان\n\nقال سامح أمس.", ("باكو", "LOC")))
    assert ["".join(h.itertext()) for h in root.iter("h2")] == ["باكو تتهم يريفان"]
    assert ["".join(p.itertext()) for p in root.iter("p")] == ["قال سامح أمس."]


def test_labels_are_shown_as_they_are_mapped(page, article):
    _, text = page(article("قال سامح.", ("سامح", "PER")), labels={"PER": "ZZZZ"})
    assert "ZZZZ" in text


def test_control_characters_are_replaced_and_told(article, page):
    annotated = article("قال\x00\x1b \ud83d سامح.", ("سامح", "PER"))
    assert [p.kind for p in FORMAT.prepare(annotated, WriteOptions()).losses] == ["text"]
    root, _ = page(annotated)
    assert strings(root, "mark") == [("سامح", "l0")]


@st.composite
def annotated_articles(draw):
    text = draw(st.text(st.sampled_from("ابتث <&>\"'\n"), min_size=1, max_size=30))
    place = st.integers(0, len(text) - 1)
    spans = draw(st.lists(st.tuples(place, place).map(sorted), max_size=6))
    entities = [
        Entity(f"e{n}", Span(start, end + 1), "PER", draw(st.sampled_from(Status)))
        for n, (start, end) in enumerate(spans)
    ]
    parts = draw(st.lists(st.tuples(place, place).map(sorted), max_size=2))
    quotes = [
        Quote(f"q{n}", QuoteType.DIRECT, (Span(start, end + 1),))
        for n, (start, end) in enumerate(parts)
    ]
    return AnnotatedArticle(
        Article("a", text),
        entities=tuple(sorted(entities, key=lambda e: e.sort_key)),
        quotes=tuple(sorted(quotes, key=lambda q: q.sort_key)),
    )


@given(annotated_articles())
def test_marks_that_overlap_nest_and_the_text_stays(annotated):
    text = annotated.text
    marks = marks_of(annotated, {"PER": "l0"}, {"PER": "PER"}, "")
    html = marked(text, Span(0, len(text)), marks)
    root = etree.fromstring(f"<p>{html}</p>")  # XML: each element is closed in its turn
    assert "".join(root.itertext()) == text
    for mark in marks:
        pieces = [e for e in root.iter() if e.get("id") == mark.anchor]
        assert len(pieces) == 1
    covered = {"mark": [0] * len(text), "span": [0] * len(text)}
    at = 0
    inside: list[str] = []
    for token in re.findall(r"<[^>]*>|&\w+;|[^<&]", html):
        if token.startswith("</"):
            inside.pop()
        elif token.startswith("<"):
            inside.append(token[1:5])
        else:
            for name in inside:
                covered[name][at] += 1
            at += 1
    for name, counts in covered.items():
        spans = [mark.span for mark in marks if mark.element == name]
        assert counts == [sum(s.start <= i < s.end for s in spans) for i in range(len(text))]


def on_the_page(write, *articles: AnnotatedArticle, **options) -> tuple[list, list]:
    """Return the articles as they are to be shown, and as the page shows them."""
    chosen = WriteOptions(**options)
    path = write(FORMAT, *articles, options=chosen)
    expected = [FORMAT.shown(FORMAT.prepare(one, chosen)) for one in articles]
    return expected, list(FORMAT.read_back(path))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_page_reads_back_as_it_is_shown(write, article, full_article, language):
    odd = replace(full_article, article=replace(full_article.article, meta={"<b>": "&amp; x\x01"}))
    title = article('عنوان سامح\nقال سامح., "في باريس" أمس.\r\n😊 <p>', ("عنوان سامح", "PER"))
    across = replace(
        title, entities=(*title.entities, Entity("e8", Span(11, 32), "ORG", Status.SUGGESTED))
    )
    articles = [odd, across, article("وحدها"), replace(full_article, quotes=())]
    expected, found = on_the_page(write, *articles, language=language, label_set=load_label_set())
    assert found == expected
    assert found[1].entities[-1].span.of(found[1].text).count("\n") == 1
    assert [part.of(found[0].text) for part in found[0].quotes[0].content] == [
        part.of(odd.text) for part in odd.quotes[0].content
    ]
    speaker, said, _ = found[0].article.meta["said"][0]
    assert speaker == odd.quotes[0].speaker.of(odd.text)
    assert said == " … ".join(part.of(odd.text) for part in odd.quotes[0].content)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("سامح</mark>", "سامح </mark>"),
        ('class="l0"', 'class="l0 rejected"'),
        ('title="PER"', 'title="LOC"'),
        ("ولأرمينيا", "وأرمينيا"),
        ("لن نقبل", "لم نقبل"),
        ('<span class="quote" id="a1-q1">', '<span class="quote" id="a1-q2">'),
        ("سؤال", "جواب"),
        ("<dd><bdi>a1", "<dd><bdi>a2"),
        ("<h2><bdi>", "<h2><bdi>!"),
        ("</article>", ""),
    ],
)
def test_whatever_changes_on_a_page_its_check_sees(write, article, was, becomes):
    content = Span(TEXT.index("لن"), TEXT.index("»"))
    quote = Quote("q1", QuoteType.DIRECT, (content,), source=Span(4, 8), note="سؤال")
    given_ = replace(article(TEXT, ("سامح", "PER")), quotes=(quote,))
    path = write(FORMAT, given_)
    expected = [FORMAT.shown(FORMAT.prepare(given_, WriteOptions()))]
    assert list(FORMAT.read_back(path)) == expected
    markup = path.read_text(encoding="utf-8")
    assert was in markup
    before, begin, shown = markup.rpartition("<p>")
    changed = (
        before + begin + shown.replace(was, becomes, 1)
        if was in shown
        else markup.replace(was, becomes, 1)
    )
    path.write_text(changed, encoding="utf-8", newline="")
    assert list(FORMAT.read_back(path)) != expected


@given(st.data())
def test_whatever_is_marked_reads_back(data):
    text = data.draw(st.text(alphabet="قا و.,\n\r<&;\"'x\u064e😊", min_size=1, max_size=40))
    edges = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True).map(sorted)
    spans = [Span(*pair) for pair in data.draw(st.lists(edges, max_size=6))]
    half = len(spans) // 2
    entities = tuple(Entity(f"e{n}", span, "PER") for n, span in enumerate(spans[:half]))
    parts = tuple(sorted(set(spans[half:])))
    quotes = (Quote("q", QuoteType.DIRECT, parts),) if parts else ()
    annotated = AnnotatedArticle(Article("a", text), entities=entities, quotes=quotes)
    prepared = FORMAT.prepare(annotated, WriteOptions())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        FORMAT.write([prepared], path)
        assert list(FORMAT.read_back(path)) == [FORMAT.shown(prepared)]

"""CoNLL: tokens, tags, and what they cannot carry."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.tokens import tokenize
from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.problems import Severity
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span, span_fault
from annotator.core.tags import TagScheme
from annotator.formats import reader, recognised, writer
from annotator.formats.base import ReadOptions, TokenPolicy, WriteOptions
from annotator.formats.source import open_source

DATA = Path(__file__).parents[2].parent / "shared" / "data"
C02, C03 = writer("conll2002"), writer("conll2003")
TEXT = "قال سامح شكري بالقاهرة: «لن نقبل التهديد». ثم سافر."
MARKED = (("سامح شكري", "PER"), ("القاهرة", "LOC"))
WORD = WriteOptions(tokens=TokenPolicy.WORD)


def test_the_rows_of_2002(article):
    content = C02.prepare(article(TEXT, *MARKED), WriteOptions()).content
    assert content == (
        "قال O\nسامح B-PER\nشكري I-PER\nب O\nالقاهرة B-LOC\n: O\n« O\nلن O\nنقبل O\n"
        "التهديد O\n» O\n. O\n\nثم O\nسافر O\n. O\n\n"
    )


def test_the_rows_of_2003(article):
    content = C03.prepare(article(TEXT, *MARKED), WriteOptions()).content
    assert content.startswith("-DOCSTART- -X- O O\n\nقال -X- _ O\nسامح -X- _ B-PER\n")
    assert {len(row.split(" ")) for row in content.split("\n") if row} == {4}


@pytest.mark.parametrize(
    ("scheme", "tags"),
    [
        (TagScheme.IOB2, ["B-PER", "I-PER", "B-LOC", "B-LOC"]),
        (TagScheme.IOB1, ["I-PER", "I-PER", "I-LOC", "B-LOC"]),
        (TagScheme.IOBES, ["B-PER", "E-PER", "S-LOC", "S-LOC"]),
        (TagScheme.BILOU, ["B-PER", "L-PER", "U-LOC", "U-LOC"]),
    ],
)
def test_every_scheme_is_written_and_read(scheme, tags, article, read_back):
    annotated = article(
        "سامح شكري باريس لندن", ("سامح شكري", "PER"), ("باريس", "LOC"), ("لندن", "LOC")
    )
    options = WriteOptions(scheme=scheme)
    content = C02.prepare(annotated, options).content
    assert [row.split(" ")[1] for row in content.split("\n") if row] == tags
    (back,), _ = read_back(C02, annotated, options=options)
    assert [e.label for e in back.entities] == ["PER", "LOC", "LOC"]


def test_words_are_widened_and_each_one_is_reported(article):
    prepared = C02.prepare(article(TEXT, *MARKED), WORD)
    assert "بالقاهرة B-LOC\n" in prepared.content
    (loss,) = prepared.losses
    assert (loss.kind, loss.severity, loss.record) == ("subword", Severity.CHANGED, "e2")
    assert loss.span.of(TEXT) == "القاهرة"
    assert "بالقاهرة" in str(loss.message)


def test_splitting_loses_nothing_at_sub_word_edges(article):
    prepared = C02.prepare(article("وصل لأرمينيا", ("رميني", "LOC")), WriteOptions())
    assert prepared.losses == ()
    assert prepared.content == "وصل O\nلأ O\nرميني B-LOC\nا O\n\n"


def test_overlaps_keep_the_outer_span_and_name_the_other(article):
    annotated = article("بنك مصر الدولي", ("بنك مصر", "ORG"), ("مصر", "LOC"), ("مصر الدولي", "ORG"))
    prepared = C02.prepare(annotated, WriteOptions())
    assert [(loss.kind, loss.record) for loss in prepared.losses] == [
        ("overlap", "e3"),
        ("overlap", "e2"),
    ]
    assert prepared.content == "بنك B-ORG\nمصر I-ORG\nالدولي O\n\n"


def test_words_that_meet_in_one_token_overlap(article):
    prepared = C02.prepare(article("لأرمينيا", ("ل", "X"), ("أرمينيا", "LOC")), WORD)
    assert [loss.kind for loss in prepared.losses] == ["subword", "subword", "overlap"]


def test_quotes_and_notes_are_reported_one_by_one(article):
    annotated = article(TEXT, *MARKED)
    noted = replace(annotated.entities[0], note="انظر")
    quotes = (Quote("q1", QuoteType.DIRECT, (Span(25, 41),)),)
    annotated = replace(annotated, entities=(noted, annotated.entities[1]), quotes=quotes)
    losses = C03.prepare(annotated, WriteOptions()).losses
    assert [(loss.kind, loss.record) for loss in losses] == [("quote", "q1"), ("note", "e1")]


def test_flags_and_what_is_said_of_the_article_are_reported(article):
    annotated = article(TEXT, *MARKED)
    flagged = replace(annotated.entities[0], flags=("unsure",))
    annotated = replace(
        annotated, entities=(flagged, *annotated.entities[1:]), note="انظر", flags=("unsure",)
    )
    losses = C02.prepare(annotated, WriteOptions()).losses
    told = [(loss.kind, loss.record) for loss in losses]
    assert told == [("flags", "e1"), ("note", ""), ("flags", "")]


def test_a_label_with_a_space_would_break_the_row(article):
    annotated = article(TEXT, ("سامح شكري", "PER SON"))
    prepared = C02.prepare(annotated, WriteOptions())
    assert [loss.kind for loss in prepared.losses] == ["label"]
    assert "PER SON" not in prepared.content
    mapped = C02.prepare(annotated, WriteOptions(labels={"PER SON": "PER"}))
    assert mapped.losses == ()


def test_no_sentence_ends_inside_an_entity(article, read_back):
    text = "أعلن ياهو! اليوم."
    (back,), _ = read_back(C02, article(text, ("ياهو! اليوم", "ORG")))
    assert [e.span.of(back.text) for e in back.entities] == ["ياهو ! اليوم"]


@pytest.mark.parametrize("format_", [C02, C03])
def test_the_sign_of_a_hashtag_is_no_comment(format_, article, read_back, tmp_path):
    text = "سافر. # شكري في القاهرة."
    (back,), _ = read_back(format_, article(text, ("شكري", "PER")))
    assert back.text.replace("\n", " ") == "سافر . # شكري في القاهرة ."
    path = tmp_path / "a.conll"
    path.write_text("# text = قال O\n# id = a\nقال O\nشكري B-PER\n", encoding="utf-8")
    (read,) = reader("conll2002").read(open_source(path), ReadOptions())
    assert read.text == "قال شكري"


def test_two_blank_lines_or_docstart_part_articles(read_file, tmp_path):
    path = tmp_path / "a.conll"
    path.write_text(
        "ا O\n\nب O\n\n\nج O\n-DOCSTART-\nد B-PER\n-DOCSTART- -X- O O\n\n\n\n", encoding="utf-8"
    )
    articles, problems = read_file(reader("conll2002"), path)
    assert problems == []
    assert [(a.article.id, a.text) for a in articles] == [
        ("a-1", "ا\nب"),
        ("a-2", "ج"),
        ("a-3", "د"),
    ]


def test_broken_rows_are_reported_with_their_line(read_file, tmp_path):
    path = tmp_path / "a.conll"
    path.write_bytes("قال O\nوحده\n O\nسامح PER\nشكري B-PER\n".encode() + b"\xff O\n")
    (article,), problems = read_file(reader("conll2002"), path)
    assert [(p.kind, p.line) for p in problems] == [
        ("tag", 2),
        ("row", 3),
        ("tag", 4),
        ("encoding", 6),
    ]
    assert article.text == "قال وحده سامح شكري"
    assert [e.span.of(article.text) for e in article.entities] == ["شكري"]


def test_tabs_and_carriage_returns(read_file, tmp_path):
    path = tmp_path / "a.conll"
    path.write_bytes("سامح شكري\tNNP\tB-PER\r\n.\tPUNC\tO\r\n".encode())
    assert recognised(open_source(path)).id == "conll2002"
    (article,), problems = read_file(reader("conll2002"), path)
    assert problems == []
    assert [e.span.of(article.text) for e in article.entities] == ["سامح شكري"]


def test_a_lone_mark_is_no_entity(read_file, tmp_path):
    path = tmp_path / "a.conll"
    path.write_text("قال O\n\u064b B-PER\n", encoding="utf-8")
    (article,), problems = read_file(reader("conll2002"), path)
    assert all(span_fault(article.text, e.span) is None for e in article.entities)
    assert len(problems) == 1


@pytest.mark.parametrize(
    "text", ["قال سامح O\nو B\n", "one two three\nfour\n", "{}\n", "O\nO\n", "a\n\nb\n"]
)
def test_prose_is_not_taken_for_conll(text, tmp_path):
    path = tmp_path / "prose"
    path.write_text(text, encoding="utf-8")
    assert not recognised(open_source(path)).id.startswith("conll")


@pytest.mark.skipif(not DATA.exists(), reason="the corpora are not on this machine")
@pytest.mark.parametrize(
    ("name", "count"), [("anercorp_train.conll", 9000), ("wojood_sample_train.conll", 1400)]
)
def test_corpora_read_whole(name, count, read_file):
    articles, problems = read_file(recognised(open_source(DATA / name)), DATA / name)
    assert problems == []
    assert sum(len(article.entities) for article in articles) == count


@st.composite
def annotated_texts(draw) -> AnnotatedArticle:
    """Any text of news characters with any valid spans on it."""
    alphabet = 'ابلقا سةًّ. \n\r\t"«»،,؟123aB-_\u200c\u200f\u0640😊👍🏽\ufeff\u2028'
    text = draw(st.text(alphabet, max_size=60))
    edges = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(edges, edges), max_size=8))
    entities = [
        Entity(f"e{n}", Span(a, b), draw(st.sampled_from(["PER", "LOC"])))
        for n, (a, b) in enumerate(spans)
        if span_fault(text, Span(a, b)) is None
    ]
    return AnnotatedArticle(Article("a", text), entities=in_reading_order(entities))


@pytest.mark.parametrize("format_", [C02, C03], ids=lambda f: f.id)
@given(
    annotated=annotated_texts(),
    scheme=st.sampled_from(TagScheme),
    tokens=st.sampled_from(TokenPolicy),
)
def test_what_is_not_reported_reads_back(format_, annotated, scheme, tokens, tmp_path_factory):
    from annotator.formats.base import ReadOptions

    prepared = format_.prepare(annotated, WriteOptions(scheme, tokens))
    if prepared.carried is None:
        assert tokenize(annotated.text) == []
        return
    path = tmp_path_factory.mktemp("conll") / "a"
    format_.write([prepared], path)
    (back,) = format_.read(open_source(path), ReadOptions())
    assert back.text == prepared.carried.text
    assert [(e.span, e.label) for e in back.entities] == [
        (e.span, e.label) for e in prepared.carried.entities
    ]
    lost = {loss.record for loss in prepared.losses if loss.severity is Severity.REFUSED}
    assert len(back.entities) == len(annotated.entities) - len(lost)
    assert "".join(back.text.split()) == "".join(t.text for t in tokenize(annotated.text))

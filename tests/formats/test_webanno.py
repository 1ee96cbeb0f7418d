"""WebAnno TSV 3.3 as INCEpTION writes and reads it: units, stacking, escapes, gaps of sentences."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.errors import UserError
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span, span_fault
from annotator.formats import recognised, writer
from annotator.formats.base import ReadOptions, WriteOptions
from annotator.formats.source import open_source
from annotator.formats.webanno_cells import (
    escaped_text,
    escaped_value,
    plain_text,
    plain_value,
    stacked,
)

FORMAT = writer("webanno_tsv")
NE = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
TEXT = "قال سامح شكري بالقاهرة: «لن نقبل التهديد».\nثم سافر 😊 إلى باريس."


def span_of(part: str) -> Span:
    return Span(TEXT.index(part), TEXT.index(part) + len(part))


@pytest.fixture
def annotated(article):
    strings = [("سامح شكري", "PER"), ("القاهرة", "LOC"), ("باريس", "LOC"), ("سامح", "GIVEN")]
    made = article(TEXT, *strings, id_="seed-1")
    content, person = span_of("لن نقبل التهديد"), span_of("سامح شكري")
    quote = Quote("q1", QuoteType.DIRECT, (content,), (span_of("قال"),), person, person, (content,))
    entities = tuple(sorted(made.entities, key=lambda e: e.sort_key))
    return replace(made, entities=entities, quotes=(quote,))


def test_the_file_is_as_inception_writes_it(annotated, write):
    """Checked line by line against the specification; numbers tell stacked and long spans apart."""
    (file,) = write(FORMAT, annotated).glob("*.tsv")
    assert file.name == "seed-1.tsv"
    quote, relation = "webanno.custom.Quote", "webanno.custom.QuoteRelation"
    rows = [
        "#FORMAT=WebAnno TSV 3.3",
        f"#T_SP={NE}|value",
        f"#T_SP={quote}|value|quoteType",
        f"#T_RL={relation}|value|BT_{quote}",
        "",
        "",
        "#Text=قال سامح شكري بالقاهرة: «لن نقبل التهديد».",
        "1-1	0-3	قال	_	CUE	*	cue	1-7[5_0]	",
        (
            "1-2	4-8	سامح	PER[1]|GIVEN[4]	SOURCE[2]|SPEAKER[3]	*[2]|*[3]	"
            "source|speaker	1-7[5_2]|1-7[5_3]	"
        ),
        "1-3	9-13	شكري	PER[1]	SOURCE[2]|SPEAKER[3]	*[2]|*[3]	_	_	",
        "1-4	14-22	بالقاهرة	_	_	_	_	_	",
        "1-4.1	15-22	القاهرة	LOC	_	_	_	_	",
        "1-5	22-23	:	_	_	_	_	_	",
        "1-6	24-25	«	_	_	_	_	_	",
        "1-7	25-27	لن	_	QUOTE[5]	direct[5]	_	_	",
        "1-8	28-32	نقبل	_	QUOTE[5]	direct[5]	_	_	",
        "1-9	33-40	التهديد	_	QUOTE[5]	direct[5]	_	_	",
        "1-10	40-41	»	_	_	_	_	_	",
        "1-11	41-42	.	_	_	_	_	_	",
        "",
        "#Text=ثم سافر 😊 إلى باريس.",
        "2-1	43-45	ثم	_	_	_	_	_	",
        "2-2	46-50	سافر	_	_	_	_	_	",
        "2-3	51-53	😊	_	_	_	_	_	",
        "2-4	54-57	إلى	_	_	_	_	_	",
        "2-5	58-63	باريس	LOC	_	_	_	_	",
        "2-6	63-64	.	_	_	_	_	_	",
        "",
    ]
    assert file.read_text(encoding="utf-8").split("\n") == rows


def test_all_of_an_article_comes_back(annotated, read_back):
    assert FORMAT.prepare(annotated, WriteOptions()).losses == ()
    ((back,), problems) = read_back(FORMAT, annotated)
    assert problems == []
    assert (back.article.id, back.text) == ("seed-1", TEXT)
    assert back.quotes == annotated.quotes
    assert [(e.span, e.label) for e in back.entities] == [
        (e.span, e.label) for e in annotated.entities
    ]


TEXTS = st.text(
    st.sampled_from(["ق", "َ", "a", "1", ".", "؟", "«", "»", "\\", "|", "[", "]", "_", "*", "#",
                     ";", " ", "\n", "\r", "\t", "\ufeff", "😊", "\u200d", "\x85", "\x1c", "\x00"]),
    min_size=1, max_size=30,
)  # fmt: skip


@given(TEXTS, st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=5))
@settings(max_examples=150, deadline=None)
def test_any_text_with_any_spans_comes_back(tmp_path_factory, text, places):
    spans = [Span(start, start + length) for start, length in places]
    valid = sorted({span for span in spans if span_fault(text, span) is None})
    entities = tuple(
        Entity(f"e{number}", span, f"L|{number}_[1]\\") for number, span in enumerate(valid, 1)
    )
    ordered = tuple(sorted(entities, key=lambda e: (e.span.start, -e.span.end)))
    prepared = FORMAT.prepare(
        AnnotatedArticle(Article("a", text), entities=ordered), WriteOptions()
    )
    if prepared.carried is None:
        assert not text.strip()
        return
    out = tmp_path_factory.mktemp("any")
    FORMAT.write([prepared], out)
    (back,) = FORMAT.read(open_source(out / "a.tsv"), ReadOptions())
    assert len(back.text) == len(text)
    changed = {before for before, now in zip(text, back.text, strict=True) if before != now}
    assert changed <= {"\x00", "\x1c"}
    assert bool(prepared.losses) == bool(changed)
    assert [(e.span, e.label) for e in back.entities] == [(e.span, e.label) for e in ordered]


@given(st.text(), st.lists(st.text(st.sampled_from("a\\[]|_->;*\t\n1"), max_size=8), max_size=4))
@settings(deadline=None)
def test_escapes_are_undone(text, values):
    assert plain_text(escaped_text(text)) == text
    cell = "|".join(f"{escaped_value(value)}[{n}]" for n, value in enumerate(values, 1))
    if values:
        assert [(plain_value(v), n) for v, n, _ in stacked(cell)] == [
            (value, n) for n, value in enumerate(values, 1)
        ]


def write_tsv(folder: Path, layers: str, *lines: str) -> Path:
    path = folder / "x.tsv"
    header = f"#FORMAT=WebAnno TSV 3.2\n{layers}\n\n\n"
    path.write_text(header + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_gaps_between_sentences_are_line_ends_and_spaces(tmp_path, read_file):
    path = write_tsv(
        tmp_path, f"#T_SP={NE}|value",
        "#Text=one", "1-1	2-5	one	A	", "",
        "#Sentence.id=s2", "#Text=two\\ttabs", "#Text=", "#Text=lines\\r",
        "2-1	5-8	two	B[1]	", "2-2	9-13	tabs	B[1]	", "",
        "#Text=three", "3-1	24-29	three	C	",
    )  # fmt: skip
    ((back,), problems) = read_file(FORMAT, path)
    assert problems == []
    assert back.text == "  onetwo\ttabs\n\nlines\r\n  three"
    assert [(e.label, e.span.of(back.text)) for e in back.entities] == [
        ("A", "one"),
        ("B", "two\ttabs"),
        ("C", "three"),
    ]


def test_layers_of_projects_are_taken_and_linguistic_ones_told(tmp_path, read_file):
    layers = (
        "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue\n"
        "#T_SP=webanno.custom.Frame|kind|ROLE_webanno.custom.Frame:Roles_webanno.custom.Link|"
        "uima.tcas.Annotation\n"
        "#T_SP=webanno.custom.Bare|\n"
        "#T_CH=webanno.custom.ChainLink|referenceType|referenceRelation\n"
        "#T_RL=webanno.custom.Rel|value|BT_webanno.custom.Bare"
    )
    path = write_tsv(
        tmp_path, layers, "#Text=one two",
        "1-1	0-3	one	NN	F	agent	1-2[1]	_	_	_	_	_	",
        "1-2	4-7	two	NN	_	_	_	*[1]	pr[1]	x->1-1	r	1-2[1_1]	",
    )  # fmt: skip
    ((back,), problems) = read_file(FORMAT, path)
    assert [(e.label, e.span) for e in back.entities] == [("F", (0, 3)), ("Bare", (4, 7))]
    told = [str(problem.message).rpartition("left out of ")[2] for problem in problems]
    assert sorted(told) == [
        "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS: 2.",
        "webanno.custom.ChainLink: 1.",
        "webanno.custom.Frame: 1.",
        "webanno.custom.Rel: 1.",
    ]


QUOTES = (
    "#T_SP=webanno.custom.Quote|value|quoteType\n"
    "#T_RL=webanno.custom.QuoteRelation|value|BT_webanno.custom.Quote"
)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("1-3	8-11	six	QUOTE	*	_	_	", "offsets"),
        ("1-3	8-99	six	QUOTE	*	_	_	", "offsets"),
        ("1-3	8-13	three	QUOTE	*", "line"),
        ("1-3	8-x	three	QUOTE	*	_	_	", "line"),
        ("nonsense", "line"),
        ("1-3	8-13	three	CUE	*	cue	1-9	", "relation"),
        ("1-3	8-13	three	CUE	*	cue	1-1[7_0]	", "relation"),
    ],
)
def test_lines_that_cannot_be_taken_are_told_by_number(tmp_path, read_file, line, kind):
    rows = [
        "1-1	0-3	one	QUOTE	mixed	_	_	",
        "1-2	4-7	two	CUE	*	cue	1-1	",
        line,
    ]
    path = write_tsv(tmp_path, QUOTES, "#Text=one two three", *rows)
    ((back,), (problem,)) = read_file(FORMAT, path)
    assert (problem.kind, problem.line) == (kind, 9)
    (quote,) = (quote for quote in back.quotes if quote.type is QuoteType.MIXED)
    assert (quote.content, quote.cue) == ((Span(0, 3),), (Span(4, 7),))


def test_a_sentence_that_cannot_begin_where_it_says_is_told(tmp_path, read_file):
    path = write_tsv(
        tmp_path, f"#T_SP={NE}|value",
        "#Text=one two", "1-1	0-3	one	A	", "", "#Text=three", "2-1	3-8	three	B	",
        "", "#Text=six", "3-1	999999999999-999999999999	six	C	",
    )  # fmt: skip
    ((back,), problems) = read_file(FORMAT, path)
    assert [(p.kind, p.line) for p in problems] == [("offsets", n) for n in (9, 12, 9, 12)]
    assert [e.label for e in back.entities] == ["A"]


def test_what_no_text_file_can_hold_is_told(article, read_back):
    given = article("قال \ud83d\x00 سامح", ("سامح", "PER"))
    (problem,) = FORMAT.prepare(given, WriteOptions()).losses
    assert problem.kind == "text"
    ((back,), problems) = read_back(FORMAT, given)
    assert (back.text, problems) == ("قال \ufffd\ufffd سامح", [])


@pytest.mark.parametrize(
    "head",
    ["#FORMAT=WebAnno TSV 2.0\n", f" # {NE} | value\n#id=1\n#text=one\n", "#id=1\n#text=one\n"],
)
def test_older_versions_are_named_and_not_read_as_text(tmp_path, read_file, head):
    path = tmp_path / "x.tsv"
    path.write_text(f"{head}1-1\tone\tB-PER\n", encoding="utf-8")
    assert recognised(open_source(path)) is FORMAT
    with pytest.raises(UserError, match="export it as UIMA CAS JSON"):
        read_file(FORMAT, path)


def test_an_article_without_spans_is_one_all_the_same(article, write):
    (file,) = write(FORMAT, article("لا شيء هنا.", id_="none")).glob("*.tsv")
    assert recognised(open_source(file)) is FORMAT

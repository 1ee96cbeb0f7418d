"""The project's own JSONL, to the letter of the contract."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.problems import Severity
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span, span_fault
from annotator.formats import reader
from annotator.formats.base import WriteOptions
from annotator.formats.jsonl import to_line
from annotator.formats.jsonl_keys import ARTICLE_KEYS, ENTITY_KEYS, QUOTE_KEYS

JSONL = reader("jsonl")
EXAMPLE = Path(__file__).parents[2].parent / "shared" / "data" / "quotes_dev.jsonl"
TEXT = "قال وزير الخارجية في واشنطن: «لن نقبل هذا التهديد»."

CONTRACT = json.loads("""
{"format": "annotator/1", "id": "seed", "title": "…", "text": "…", "sha256": "…",
 "offset_unit": "codepoint", "meta": {"source": "…"}, "status": "new", "annotator": "salma",
 "entities": [{"id": "e1", "start": 0, "end": 6, "label": "LOC", "text": "واشنطن",
               "status": "suggested", "origin": "camel", "score": 0.97, "annotator": null,
               "note": "", "created": "2026-11-22T10:00:00Z", "modified": "2026-11-22T10:00:00Z"}],
 "quotes": [{"id": "q1", "type": "direct", "content": [[30, 70]], "text": ["…"],
             "cue": [[20, 24]], "source": [25, 29], "speaker": [3, 12], "verbatim": [[30, 70]],
             "nested_in": null, "closed": true, "status": "accepted", "origin": "quotes",
             "score": 0.9, "annotator": "salma", "note": "", "created": "…", "modified": "…"}],
 "nonquotes": [[80, 90]]}
""")
"""The example of CONTRACTS."""


def entity(**changes):
    return {"id": "e1", "start": 21, "end": 27, "label": "LOC", "text": "واشنطن"} | changes


def quote(**changes):
    return {"id": "q1", "type": "direct", "content": [[30, 49]], "text": [TEXT[30:49]]} | changes


def line(**changes) -> dict:
    return {"format": "annotator/1", "id": "a1", "text": TEXT} | changes


@pytest.fixture
def read(tmp_path, read_file):
    """Read these JSON values, or lines as they are, from a file."""

    def reading(*lines):
        path = tmp_path / "articles.jsonl"
        texts = [value if isinstance(value, str) else json.dumps(value) for value in lines]
        path.write_text("\n".join(texts), encoding="utf-8")
        return read_file(JSONL, path)

    return reading


def test_the_keys_are_those_of_the_contract(full_article):
    written = json.loads(to_line(full_article))
    assert written.keys() - {"split", "note", "flags", "verdicts"} == CONTRACT.keys()
    optional = {"reasons", "certainty", "level", "flags"}
    assert written["entities"][0].keys() - optional == CONTRACT["entities"][0].keys()
    more = {"via", "addressee", "nonfact", "optional"}
    assert written["quotes"][0].keys() - optional - more == CONTRACT["quotes"][0].keys()
    assert written["format"] == "annotator/1"
    assert written["offset_unit"] == "codepoint"
    assert written["entities"][0]["text"] == "واشنطن"
    assert written["quotes"][0]["text"] == ["لن نقبل", "هذا التهديد"]
    assert "واشنطن".encode() in to_line(full_article)


def test_no_flag_and_no_note_on_the_article_write_no_key():
    plain = AnnotatedArticle(Article("a1", TEXT), entities=(Entity("e1", Span(21, 27), "LOC"),))
    written = json.loads(to_line(plain))
    assert not {"note", "flags", "verdicts"} & written.keys()
    assert "flags" not in written["entities"][0]


def test_writing_and_reading_back_gives_the_same_objects(full_article, read_back):
    assert read_back(JSONL, full_article) == ([full_article], [])


def test_defaults_stand_for_missing_keys(read):
    (article,), problems = read(
        {"text": TEXT, "entities": [{"start": 21, "end": 27, "label": "X"}]}
    )
    assert problems == []
    assert article == AnnotatedArticle(
        Article("", TEXT), entities=(Entity("e1", Span(21, 27), "X"),)
    )


def test_unknown_keys_survive_at_every_level(read, read_back):
    given = line(
        extra_a={"deep": [1, 2.5, None]},
        entities=[entity(optional=True)],
        quotes=[quote(level=2, tags=["x"])],
    )
    articles, problems = read(given)
    assert problems == []
    (again,), _ = read_back(JSONL, *articles)
    written = json.loads(to_line(again))
    assert written["extra_a"] == {"deep": [1, 2.5, None]}
    assert written["entities"][0]["optional"] is True
    assert written["quotes"][0]["level"] == 2
    assert written["quotes"][0]["tags"] == ["x"]


@pytest.mark.skipif(not EXAMPLE.exists(), reason="the example passages are not on this machine")
def test_the_example_passages_read_without_a_problem(read_file, read_back):
    articles, problems = read_file(JSONL, EXAMPLE)
    assert problems == []
    assert [len(a.quotes) for a in articles] == [
        len(json.loads(text)["quotes"]) for text in EXAMPLE.read_text(encoding="utf-8").splitlines()
    ]
    assert read_back(JSONL, *articles) == (articles, [])
    for article, text in zip(
        articles, EXAMPLE.read_text(encoding="utf-8").splitlines(), strict=True
    ):
        given = json.loads(text)
        written = json.loads(to_line(article))
        for key in ("entities", "quotes"):
            for before, after in zip(given[key], written[key], strict=True):
                assert before.items() <= after.items()


BAD_ENTITIES = {
    "text differs": (entity(text="باريس"), "offsets"),
    "shifted": (entity(start=20, end=26), "offsets"),
    "outside": (entity(end=9999, text=None), "offsets"),
    "far outside": (entity(start=2**63, end=2**63 + 1), "offsets"),
    "negative": (entity(start=-6, end=-1), "offsets"),
    "reversed": (entity(start=27, end=21), "offsets"),
    "empty": (entity(start=21, end=21, text=""), "offsets"),
    "space": (entity(start=3, end=4, text=" "), "offsets"),
    "float offset": (entity(start=21.0), "span"),
    "boolean offset": (entity(start=True, end=27), "span"),
    "no offset": ({"id": "e1", "label": "LOC"}, "span"),
    "no label": (entity(label=None), "label"),
    "empty label": (entity(label=""), "label"),
    "unknown status": (entity(status="maybe"), "status"),
    "no object": ("e1", "entities"),
}


@pytest.mark.parametrize("name", BAD_ENTITIES)
def test_a_wrong_entity_is_reported_and_not_taken(name, read):
    bad, kind = BAD_ENTITIES[name]
    good = entity(id="e2", start=0, end=3, text="قال")
    articles, problems = read(line(), line(id="a2", entities=[bad, good]))
    assert [e.id for e in articles[1].entities] == ["e2"]
    assert [(p.kind, p.line, p.article) for p in problems] == [(kind, 2, "a2")]
    assert problems[0].severity is Severity.REFUSED
    if isinstance(bad, dict):
        assert problems[0].record == "e1"


CHANGED_ENTITIES = {
    "spaces around": (entity(start=20, end=27, text=" واشنطن"), Span(21, 27), "space"),
    "score nan": ('{"start":21,"end":27,"label":"LOC","score":NaN}', Span(21, 27), "number"),
    "score huge": ('{"start":21,"end":27,"label":"LOC","score":1e999}', Span(21, 27), "number"),
    "score text": (entity(score="high"), Span(21, 27), "score"),
    "note list": (entity(note=[]), Span(21, 27), "note"),
    "reasons": (entity(reasons=["x"]), Span(21, 27), "reasons"),
    "flags": (entity(flags=[3]), Span(21, 27), "flags"),
    "empty flag": (entity(flags=[""]), Span(21, 27), "flags"),
}


@pytest.mark.parametrize("name", CHANGED_ENTITIES)
def test_what_is_repaired_is_reported(name, read):
    bad, span, kind = CHANGED_ENTITIES[name]
    text = bad if isinstance(bad, str) else json.dumps(bad)
    whole = json.dumps(line())[:-1] + f', "entities": [{text}]}}'
    (article,), (problem,) = read(whole)
    assert article.entities[0].span == span
    assert (problem.kind, problem.line, problem.severity) == (kind, 1, Severity.CHANGED)
    assert article.entities[0].score is None
    assert article.entities[0].note == ""


def test_an_edge_inside_a_grapheme_is_moved_and_reported(read):
    text = "قال مُحمدٌ."
    (article,), (problem,) = read(
        {"text": text, "entities": [{"start": 4, "end": 9, "label": "PER", "text": text[4:9]}]}
    )
    assert article.entities[0].span.of(text) == "مُحمدٌ"
    assert problem.kind == "grapheme"


BAD_LINES = {
    "not json": ('{"text": ', "json"),
    "a list": ("[1, 2]", "type"),
    "a string": ('"text"', "type"),
    "no text": ({"id": "a1"}, "type"),
    "text no string": ({"text": 5}, "type"),
    "newer": (line(format="annotator/2"), "format"),
    "other": (line(format="doccano"), "format"),
    "format list": (line(format=[1]), "format"),
    "utf-16 offsets": (line(offset_unit="utf16"), "offset_unit"),
    "deep": ("[" * 100_000, "json"),
    "long number": ('{"text": "a", "n": ' + "9" * 5000 + "}", "json"),
}


@pytest.mark.parametrize("name", BAD_LINES)
def test_a_wrong_line_costs_no_other(name, read):
    bad, kind = BAD_LINES[name]
    articles, problems = read(line(id="a1"), bad, line(id="a3", text="آخر"))
    assert [a.article.id for a in articles] == ["a1", "a3"]
    assert [(p.kind, p.line, p.severity) for p in problems] == [(kind, 2, Severity.REFUSED)]


BAD_QUOTES = {
    "content outside": (quote(content=[[30, 9999]]), "offsets"),
    "content text": (quote(text=["شيء آخر"]), "offsets"),
    "texts missing": (quote(text=[]), "text"),
    "no content": (quote(content=[], text=[]), "content"),
    "content no list": (quote(content="x", text=None), "content"),
    "pair of three": (quote(content=[[30, 31, 32]]), "content"),
    "type": (quote(type="loud"), "type"),
    "type list": (quote(type=[]), "type"),
    "status": (quote(status=3), "status"),
}


@pytest.mark.parametrize("name", BAD_QUOTES)
def test_a_quote_with_wrong_content_is_reported_and_not_taken(name, read):
    bad, kind = BAD_QUOTES[name]
    (article,), problems = read(line(quotes=[bad]))
    assert article.quotes == ()
    assert kind in {p.kind for p in problems}
    assert {(p.line, p.record) for p in problems} <= {(1, "q1"), (1, "")}


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"cue": [[0, 9999]]}, "offsets"),
        ({"source": [5]}, "source"),
        ({"speaker": [3, 4]}, "offsets"),
        ({"closed": "no"}, "closed"),
        ({"nested_in": "q9"}, "nested_in"),
        ({"nested_in": "q1"}, "nested_in"),
        ({"verbatim": 5}, "verbatim"),
    ],
)
def test_a_wrong_part_of_a_quote_is_reported_and_left_out(changes, kind, read):
    (article,), (problem,) = read(line(quotes=[quote(**changes)]))
    assert article.quotes == (Quote("q1", QuoteType.DIRECT, (Span(30, 49),)),)
    assert (problem.kind, problem.line, problem.record) == (kind, 1, "q1")


def test_one_pair_stands_for_a_list_of_one(read):
    (article,), problems = read(line(quotes=[quote(content=[30, 49], cue=[0, 3])]))
    assert problems == []
    assert article.quotes[0].content == (Span(30, 49),)
    assert article.quotes[0].cue == (Span(0, 3),)


def test_ids_that_occur_twice_are_renamed_and_reported(read):
    (article,), problems = read(
        line(
            entities=[entity(), entity(start=0, end=3, text="قال"), entity(id="e2"), entity(id=[])]
        )
    )
    assert sorted(e.id for e in article.entities) == ["e1", "e2", "e3", "e4"]
    assert [(p.kind, p.record) for p in problems] == [("id", "e1"), ("id", "[]")]


def test_an_article_id_that_occurs_twice_is_reported(read):
    articles, problems = read(
        line(annotator="salma"), line(annotator="omar"), line(annotator="salma", text="نص آخر")
    )
    assert len(articles) == 3
    assert [(p.kind, p.line, p.article) for p in problems] == [("duplicate_id", 3, "a1")]


def test_a_changed_text_is_noticed(read):
    (article,), (problem,) = read(line(sha256="0" * 64))
    assert problem.kind == "sha256"
    assert article.article.sha256 == Article("", TEXT).sha256


def test_half_a_surrogate_pair_survives(read_back):
    article = AnnotatedArticle(Article("a1", "نص \ud83d آخر"))
    assert read_back(JSONL, article) == ([article], [])


def test_carriage_returns_blank_lines_and_the_mark(tmp_path, read_file):
    path = tmp_path / "windows.jsonl"
    text = json.dumps(line(text="سطر\r\nسطر"), ensure_ascii=False)
    path.write_bytes(f"\ufeff{text}\r\n\r\n  \r\n{text}\r\n".replace('"a1"', '"a"', 1).encode())
    articles, problems = read_file(JSONL, path)
    assert problems == []
    assert [a.text for a in articles] == ["سطر\r\nسطر"] * 2


@pytest.mark.parametrize("encoding", ["utf-16", "cp1256"])
def test_other_encodings(encoding, tmp_path, read_file):
    path = tmp_path / "other.jsonl"
    path.write_bytes(json.dumps(line(entities=[entity()]), ensure_ascii=False).encode(encoding))
    (article,), problems = read_file(JSONL, path)
    assert problems == []
    assert article.text == TEXT


_KEYS = st.sampled_from([*sorted(ARTICLE_KEYS | ENTITY_KEYS | QUOTE_KEYS), "x"])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=6),
    max_leaves=20,
)


@given(st.dictionaries(_KEYS, json_values, max_size=12))
def test_no_json_value_is_an_error(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("fuzz") / "data.jsonl"
    path.write_text(json.dumps({"text": "قال سامح", **data}) + "\n", encoding="utf-8")
    from annotator.formats.base import ReadOptions
    from annotator.formats.source import open_source

    for item in JSONL.read(open_source(path), ReadOptions()):
        if isinstance(item, AnnotatedArticle):
            spans = [e.span for e in item.entities] + [s for q in item.quotes for _, s in q.spans()]
            assert all(span_fault(item.text, span) is None for span in spans)
            to_line(item)


def test_labels_are_mapped_on_the_way_out(full_article):
    prepared = JSONL.prepare(full_article, WriteOptions(labels={"LOC": "GPE"}))
    assert json.loads(prepared.content)["entities"][0]["label"] == "GPE"
    assert prepared.carried == replace(
        full_article, entities=(replace(full_article.entities[0], label="GPE"),)
    )


def test_a_circle_of_nested_quotes_is_opened_and_told(read):
    """q1 in q3 in q2 in q1; q4 hangs on the circle and stays."""
    around = {"q1": "q3", "q2": "q1", "q3": "q2", "q4": "q2"}
    (back,), problems = read(
        line(quotes=[quote(id=own, nested_in=outer) for own, outer in around.items()])
    )
    assert [(p.kind, p.record, p.severity) for p in problems] == [
        ("nested_in", "q1", Severity.CHANGED)
    ]
    assert {q.id: q.nested_in for q in back.quotes} == around | {"q1": None}


def test_a_record_of_many_keys_without_its_id_loses_none(read):
    record = {"start": 21, "end": 27, "label": "LOC", "text": "واشنطن", "status": "accepted"}
    record |= {"origin": "camel", "score": 0.5, "annotator": None, "note": "n", "created": "c"}
    (back,), problems = read(line(entities=[record | {"modified": "m", "colour": "red"}]))
    assert problems == []
    assert (back.entities[0].id, back.entities[0].extra) == ("e1", {"colour": "red"})


def test_verdicts_that_are_none_are_reported(read, full_article):
    data = json.loads(to_line(full_article))
    (verdict,) = data["verdicts"]
    others = ({"id": "1c", "choice": "perhaps"}, {"id": "0a1b", "choice": "taken"}, 3)
    wrong = verdict | {"fault": "other", "taken": ["عمر", 4]}
    (article,), problems = read(data | {"verdicts": [wrong, *others]})
    (expected,) = full_article.verdicts
    assert article.verdicts == (replace(expected, fault=None, taken=("عمر",)),)
    assert sorted(problem.kind for problem in problems) == ["fault", "taken", *["verdicts"] * 3]

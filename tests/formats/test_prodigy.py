"""Prodigy's JSONL: spans on tokens, quotes as relations, files that Prodigy itself writes."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats import recognised, writer
from annotator.formats.base import WriteOptions
from annotator.formats.source import open_source

FORMAT = writer("prodigy")
TEXT = "😊 قال سامح شكري بالقاهرة: «لن نقبل التهديد»."


def span_of(part: str) -> Span:
    return Span(TEXT.index(part), TEXT.index(part) + len(part))


@pytest.fixture
def quoted(article):
    made = article(TEXT, ("سامح شكري", "PER"), ("القاهرة", "LOC"))
    person, content = span_of("سامح شكري"), span_of("لن نقبل التهديد")
    quote = Quote(
        "q1",
        QuoteType.DIRECT,
        (content,),
        cue=(span_of("قال"),),
        source=person,
        speaker=person,
        verbatim=(content,),
        nonfact=True,
        note="ملاحظة",
    )
    return replace(made, quotes=(quote,))


def written(annotated) -> dict:
    return json.loads(FORMAT.prepare(annotated, WriteOptions()).content)


def test_every_span_lies_on_tokens_and_the_last_token_is_its_own(quoted):
    task = written(quoted)
    for span in task["spans"]:
        first, last = task["tokens"][span["token_start"]], task["tokens"][span["token_end"]]
        assert (first["start"], last["end"]) == (span["start"], span["end"])
    place = next(span for span in task["spans"] if span["label"] == "LOC")
    before = task["tokens"][place["token_start"] - 1]
    assert (before["text"], before["ws"]) == ("ب", False)


def test_tokens_make_the_text(quoted):
    task = written(quoted)
    assert [TEXT[t["start"] : t["end"]] for t in task["tokens"]] == [
        t["text"] for t in task["tokens"]
    ]
    assert [t["id"] for t in task["tokens"]] == list(range(len(task["tokens"])))


def test_quotes_come_back_whole(quoted, read_back):
    assert FORMAT.prepare(quoted, WriteOptions()).losses == ()
    ((back,), problems) = read_back(FORMAT, quoted)
    assert problems == []
    assert back.quotes == quoted.quotes


def test_a_file_of_prodigys_own_is_read(tmp_path, read_file):
    person = span_of("سامح شكري")
    end = {"start": person.start, "end": person.end, "label": "PER"}
    content = span_of("لن نقبل التهديد")
    quote = {"start": content.start, "end": content.end, "label": "QUOTE"}
    task = {
        "text": TEXT,
        "_input_hash": 885944384,
        "_task_hash": -1665691389,
        "spans": [{**end, "token_start": 1, "token_end": 2}, quote],
        "relations": [
            {"head": 9, "child": 2, "label": "speaker", "head_span": quote, "child_span": end}
        ],
        "meta": {"source": "x"},
        "_view_id": "relations",
        "answer": "accept",
    }
    path = tmp_path / "x"
    lines = [task, {**task, "answer": "reject"}, {**task, "spans": [3], "relations": [{}]}]
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    assert recognised(open_source(path)) is FORMAT
    articles, problems = read_file(FORMAT, path)
    assert [quote.speaker for quote in articles[0].quotes] == [person]
    assert articles[0].article.meta == {"source": "x"}
    assert [(problem.kind, problem.line) for problem in problems] == [
        ("answer", 2),
        ("spans", 3),
        ("relation", 3),
    ]

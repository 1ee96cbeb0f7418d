from __future__ import annotations

import warnings
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.tags import TagScheme, TokenSpan, spans_to_tags, tags_to_spans

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from seqeval.metrics.sequence_labeling import get_entities
    from seqeval.scheme import BILOU, IOB1, IOB2, IOBES, Entities

LENGTH = 12
SEQEVAL = {
    TagScheme.IOB2: IOB2,
    TagScheme.IOB1: IOB1,
    TagScheme.IOBES: IOBES,
    TagScheme.BILOU: BILOU,
}


@st.composite
def token_spans(draw: st.DrawFn) -> list[TokenSpan]:
    edges = sorted(draw(st.sets(st.integers(0, LENGTH), min_size=2)))
    return [
        TokenSpan(first, last, draw(st.sampled_from(["PER", "LOC", "WORK-OF-ART"])))
        for first, last in pairwise(edges)
        if draw(st.booleans())
    ]


@given(token_spans(), st.sampled_from(TagScheme))
def test_spans_come_back_from_tags_in_every_scheme(spans: list[TokenSpan], scheme: TagScheme):
    tags = spans_to_tags(spans, LENGTH, scheme)
    assert len(tags) == LENGTH
    assert tags_to_spans(tags) == spans


@given(token_spans(), st.sampled_from(TagScheme))
def test_seqeval_reads_the_same_spans_strictly(spans: list[TokenSpan], scheme: TagScheme):
    tags = spans_to_tags(spans, LENGTH, scheme)
    read = Entities([tags], SEQEVAL[scheme]).entities[0]
    assert [TokenSpan(e.start, e.end, e.tag) for e in read] == spans


@given(st.lists(st.sampled_from(["O", *(f"{p}-{n}" for p in "BIES" for n in ("PER", "LOC"))])))
def test_malformed_tags_are_read_as_seqeval_reads_them(tags: list[str]):
    expected = [TokenSpan(start, last + 1, name) for name, start, last in get_entities(tags)]
    assert tags_to_spans(tags) == expected


@given(st.lists(st.sampled_from(["O", *(f"{p}-{n}" for p in "BILU" for n in ("PER", "LOC"))])))
def test_l_and_u_are_read_like_e_and_s(tags: list[str]):
    same = [{"L": "E", "U": "S"}.get(tag[0], tag[0]) + tag[1:] for tag in tags]
    assert tags_to_spans(tags) == tags_to_spans(same)


@pytest.mark.parametrize(
    ("scheme", "tags"),
    [
        (TagScheme.IOB2, "B-LOC B-PER I-PER B-PER O B-LOC"),
        (TagScheme.IOB1, "I-LOC I-PER I-PER B-PER O I-LOC"),
        (TagScheme.IOBES, "S-LOC B-PER E-PER S-PER O S-LOC"),
        (TagScheme.BILOU, "U-LOC B-PER L-PER U-PER O U-LOC"),
    ],
)
def test_schemes_by_example(scheme: TagScheme, tags: str):
    spans = [
        TokenSpan(5, 6, "LOC"),
        TokenSpan(0, 1, "LOC"),
        TokenSpan(1, 3, "PER"),
        TokenSpan(3, 4, "PER"),
    ]
    assert spans_to_tags(spans, 6, scheme) == tags.split()


@pytest.mark.parametrize("tag", ["O", "", "B", "I-", "PER"])
def test_what_is_no_tag_is_outside(tag: str):
    assert tags_to_spans([tag, "B-PER", tag]) == [TokenSpan(1, 2, "PER")]


@pytest.mark.parametrize(
    "spans",
    [
        [TokenSpan(1, 1, "PER")],
        [TokenSpan(-1, 1, "PER")],
        [TokenSpan(3, 5, "PER")],
        [TokenSpan(0, 2, "PER"), TokenSpan(1, 3, "LOC")],
    ],
)
def test_spans_that_do_not_fit_are_refused(spans: list[TokenSpan]):
    with pytest.raises(ValueError, match="does not fit"):
        spans_to_tags(spans, 4)

from __future__ import annotations

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.decisions import Actor
from annotator.core.edits import apply
from annotator.core.entities import Entity
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.services.quoting import continued, nesting_depth, surrounding, warnings
from annotator.services.speakers import nearest_names, speaker_edit

ACTOR = Actor("salma", "2026-11-22T10:00:00Z")
TEXT = (
    "وصل سامي النجار إلى عمّان والتقى هدى عمران.\n"
    "وقال النجار إن العمل مستمر. وأضاف الوزير أن هدى سعيدة."
)


def at(words: str, after: str = "") -> Span:
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


NAMES = (
    Entity("e1", at("سامي النجار"), "PER"),
    Entity("e2", at("عمّان"), "LOC"),
    Entity("e3", at("هدى عمران"), "PER"),
    Entity("e4", at("النجار", "وقال"), "PER"),
    Entity("e5", at("هدى", "أن هدى"), "PER"),
)
FIRST = Quote("q1", QuoteType.INDIRECT, (at("إن العمل مستمر"),), cue=(at("قال", "وقال"),))
SECOND = Quote(
    "q2", QuoteType.INDIRECT, (at("أن هدى سعيدة"),), cue=(at("أضاف"),), source=at("الوزير")
)
STATE = AnnotatedArticle(Article("a", TEXT), entities=NAMES, quotes=(FIRST, SECOND))


def test_people_near_the_cue_come_first_each_once_and_by_the_full_name() -> None:
    names = nearest_names(STATE, FIRST)
    assert [name.fullest.of(TEXT) for name in names] == ["سامي النجار", "هدى عمران", "عمّان"]
    assert names[0].mention == at("النجار", "وقال")
    assert len(nearest_names(STATE, FIRST, most=1)) == 1


def test_a_name_inside_the_quote_is_not_offered() -> None:
    assert at("هدى", "أن هدى") not in [name.mention for name in nearest_names(STATE, SECOND)]


@pytest.mark.parametrize(
    ("quote", "mention", "source"),
    [
        (FIRST, at("النجار", "وقال"), at("النجار", "وقال")),
        (SECOND, at("سامي النجار"), at("الوزير")),  # a description near the cue stays
        (FIRST, at("سامي النجار"), at("سامي النجار")),
    ],
)
def test_the_fullest_mention_speaks_and_the_nearest_is_the_source(
    quote: Quote, mention: Span, source: Span
) -> None:
    changed = apply(STATE, speaker_edit(STATE, quote, mention, ACTOR)).quote(quote.id)
    assert changed is not None
    assert (changed.speaker, changed.source) == (at("سامي النجار"), source)
    cleared = apply(STATE, speaker_edit(STATE, quote, None, ACTOR)).quote(quote.id)
    assert cleared is not None
    assert (cleared.speaker, cleared.source) == (None, None)


def test_a_quote_is_continued_by_one_of_the_same_speaker_or_of_nobody() -> None:
    assert continued(STATE, FIRST, 1) == SECOND
    assert continued(STATE, FIRST, -1) is None
    named = apply(STATE, speaker_edit(STATE, FIRST, at("هدى عمران"), ACTOR))
    first = named.quote("q1")
    assert first is not None
    assert continued(named, first, 1) is None


def test_warnings_name_another_quote_by_its_words() -> None:
    inner = Quote("q3", QuoteType.INDIRECT, (at("هدى سعيدة"),))
    state = AnnotatedArticle(Article("a", TEXT), quotes=(SECOND, inner))
    [said] = warnings(state)["q3"]
    assert said.args["other"] == "«أن هدى سعيدة»"
    assert surrounding(state, inner) == SECOND
    assert nesting_depth(state, inner) == 0

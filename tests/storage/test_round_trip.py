"""Whatever the state, and whatever was done to it: the file gives back the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis.strategies as st
from hypothesis import given, settings

from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.arriving import fitted
from annotator.core.article import Article, ArticleStatus
from annotator.core.decisions import (
    Actor,
    accept,
    add_entities,
    annotate_article,
    annotate_note,
    reject,
    relabel,
    reopen,
    set_status,
    take_suggestions,
    toggle_article_flag,
    toggle_flag,
)
from annotator.core.edits import Edit, NonquotesChange
from annotator.core.entities import Entity, Reason, Status
from annotator.core.history import Timeline
from annotator.core.labels import LabelSet
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.storage import Filters, ProjectFile, StepKind

# Letters, a mark, an astral character, and what UTF-8 and SQL cannot or need not like.
STRINGS = st.text(st.sampled_from("ab وفم\u064b'\"\\;%\0\n😀\ud800"), max_size=6)
WORDS = st.lists(st.sampled_from(["قال", "باكو", "x", "😀", "\ud801"]), min_size=1, max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | STRINGS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(STRINGS, inner, max_size=2),
    max_leaves=4,
)
EXTRA = st.dictionaries(STRINGS, JSON, max_size=2)
SCORES = st.none() | st.floats(0, 1)
REASONS = st.lists(st.builds(Reason, STRINGS, SCORES, STRINGS), max_size=2).map(tuple)
FLAGS = st.lists(STRINGS, max_size=2, unique=True).map(tuple)
COMMON = {
    "status": st.sampled_from(Status),
    "origin": STRINGS,
    "score": SCORES,
    "annotator": st.none() | STRINGS,
    "note": STRINGS,
    "created": STRINGS,
    "modified": STRINGS,
    "reasons": REASONS,
    "flags": FLAGS,
    "extra": EXTRA,
}


@st.composite
def states(draw: st.DrawFn) -> AnnotatedArticle:
    words = draw(WORDS)
    text = " ".join(words)
    starts = [sum(len(word) + 1 for word in words[:i]) for i in range(len(words))]
    spans = st.sampled_from([Span(s, s + len(w)) for s, w in zip(starts, words, strict=True)])
    some = st.lists(spans, max_size=2).map(tuple)
    ids = st.sets(STRINGS, max_size=4)
    entities = [draw(st.builds(Entity, st.just(i), spans, STRINGS, **COMMON)) for i in draw(ids)]
    quotes = [
        draw(
            st.builds(
                Quote,
                st.just(i),
                st.sampled_from(QuoteType),
                st.lists(spans, min_size=1, max_size=2).map(tuple),
                some,
                st.none() | spans,
                st.none() | spans,
                some,
                nested_in=st.none() | STRINGS,
                closed=st.booleans(),
                via=st.none() | spans,
                addressee=st.none() | spans,
                nonfact=st.booleans(),
                optional=st.booleans(),
                **COMMON,
            )
        )
        for i in draw(ids)
    ]
    return AnnotatedArticle(
        Article(draw(STRINGS), text, draw(STRINGS), draw(EXTRA)),
        draw(STRINGS),
        draw(st.sampled_from(ArticleStatus)),
        in_reading_order(entities),
        in_reading_order(quotes),
        draw(some),
        draw(st.integers(0, 5)),
        draw(EXTRA),
        draw(STRINGS),
        draw(FLAGS),
    )


@settings(max_examples=60)
@given(states())
def test_a_state_comes_back_as_it_was(state: AnnotatedArticle) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "p.annotator"
        with ProjectFile.create(path, label_set=LabelSet("none", ())) as file:
            (key,) = file.add_articles([state]).keys
        with ProjectFile.open(path) as file:
            assert file.timeline(key, state.annotator) == Timeline(state)
            row = file.article_row(1, state.annotator)
            assert (row.id, row.title) == (state.article.id, state.article.title)
            assert row.pending == len(state.pending())
            assert row.decided == len(state.entities) + len(state.quotes) - row.pending
            kept = row.decided or row.pending or state.annotator or state.extra
            kept = kept or state.note or state.flags
            if kept or state.nonquotes or state.status is not ArticleStatus.NEW:
                assert list(file.annotated()) == [state]


@st.composite
def remarks(draw: st.DrawFn, state: AnnotatedArticle, chosen: list[str], actor: Actor) -> Edit:
    flag = draw(st.sampled_from(["unsure", "x"]))
    match draw(st.integers(0, 2)):
        case 0:
            return toggle_flag(state, chosen, flag, actor)
        case 1:
            return annotate_article(state, draw(STRINGS), actor)
        case _:
            return toggle_article_flag(state, flag, actor)


@st.composite
def edits(draw: st.DrawFn, state: AnnotatedArticle) -> Edit:
    actor = Actor(state.annotator, draw(STRINGS))
    ids = [record.id for record in (*state.entities, *state.quotes)]
    chosen = draw(st.lists(st.sampled_from(ids), max_size=3, unique=True)) if ids else []
    words = [Span(0, len(state.text.split(" ")[0]))]
    match draw(st.integers(0, 9)):
        case 0:
            return accept(state, chosen, actor)
        case 1:
            return reject(state, chosen, actor)
        case 2:
            return reopen(state, chosen, actor)
        case 3:
            return relabel(state, chosen, draw(STRINGS), actor)
        case 4:
            return add_entities(state, words, draw(st.sampled_from(["PER", "LOC"])), actor)
        case 5 if chosen:
            return annotate_note(state, chosen[0], draw(STRINGS), actor)
        case 6:
            found = [Entity("x", words[0], label, origin="camel") for label in ("PER", "LOC", "C")]
            return take_suggestions(state, found, [], actor)
        case 7:
            change = NonquotesChange(state.nonquotes, (*state.nonquotes, words[0]))
            return Edit("nonquote", (change,), actor.name, actor.at)
        case 8:
            return draw(remarks(state, chosen, actor))
        case _:
            return set_status(state, draw(st.sampled_from(ArticleStatus)), actor)


@settings(max_examples=60)
@given(states(), st.data())
def test_reopening_gives_back_the_state_and_both_stacks(
    start: AnnotatedArticle, data: st.DataObject
) -> None:
    start = replace(start, annotator=data.draw(st.sampled_from(["", "salma"])), revision=0)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "p.annotator"
        with ProjectFile.create(path, label_set=LabelSet("none", ())) as file:
            (key,) = file.add_articles([start]).keys
            now, performed = file.timeline(key, "salma"), 0
            for _ in range(data.draw(st.integers(1, 8))):
                kind = data.draw(st.sampled_from([StepKind.DO, *StepKind]))
                if kind is StepKind.DO:
                    edit = fitted(data.draw(edits(now.state)), now)
                    after = now.perform(edit)
                    performed += 1
                elif kind is StepKind.UNDO and now.history.can_undo:
                    edit, after = now.history.done[-1], now.undo()
                elif kind is StepKind.REDO and now.history.can_redo:
                    edit, after = now.history.undone[-1], now.redo()
                else:
                    continue
                file.record(key, now, after, edit, kind=kind)
                now = after
        with ProjectFile.open(path) as file:
            assert file.timeline(key, "salma") == now
            assert len(list(file.audit(key, "salma"))) == performed
            row = file.article_row(1, "salma")
            assert row.pending == len(now.state.pending())
            assert row.decided + row.pending == len(now.state.entities) + len(now.state.quotes)
            if performed and start.annotator == "":
                assert file.timeline(key, "") == Timeline(start)
            if performed:
                assert list(file.annotated(Filters("salma"))) == [now.state]
            while now.history.can_undo:
                now = now.undo()

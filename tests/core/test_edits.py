from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core.annotated import AnnotatedArticle, next_id
from annotator.core.article import Article, ArticleStatus, text_sha256
from annotator.core.edits import (
    Edit,
    EntityChange,
    FlagsChange,
    NonquotesChange,
    NoteChange,
    QuoteChange,
    StatusChange,
    apply,
    inverse,
)
from annotator.core.entities import Entity
from annotator.core.errors import EditConflictError
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span

ENTITY = Entity("e1", Span(6, 12), "PER")
QUOTE = Quote("q1", QuoteType.DIRECT, (Span(0, 5), Span(13, 22)), cue=(Span(6, 12),))


@pytest.fixture
def full(state: AnnotatedArticle) -> AnnotatedArticle:
    return replace(state, entities=(ENTITY,), quotes=(QUOTE,), nonquotes=(Span(0, 5),))


def test_every_kind_of_change_in_one_edit_and_back(full: AnnotatedArticle):
    edit = Edit(
        "all",
        (
            EntityChange(ENTITY, replace(ENTITY, label="ORG")),
            EntityChange(None, Entity("e2", Span(0, 5), "LOC")),
            QuoteChange(QUOTE, None),
            NonquotesChange((Span(0, 5),), ()),
            StatusChange(ArticleStatus.NEW, ArticleStatus.DONE),
            NoteChange("", "ask Omar"),
            FlagsChange((), ("unsure",)),
        ),
    )
    after = apply(full, edit)
    assert [(e.id, e.label) for e in after.entities] == [("e2", "LOC"), ("e1", "ORG")]
    assert (after.quotes, after.nonquotes, after.status) == ((), (), ArticleStatus.DONE)
    assert (after.note, after.flags) == ("ask Omar", ("unsure",))
    back = apply(after, inverse(edit))
    assert replace(back, revision=full.revision) == full
    assert back.revision == full.revision + 2


def test_changes_of_one_record_follow_each_other(full: AnnotatedArticle):
    second = replace(ENTITY, label="ORG")
    edit = Edit("twice", (EntityChange(ENTITY, second), EntityChange(second, None)))
    assert apply(full, edit).entities == ()
    assert apply(apply(full, edit), inverse(edit)).entities == full.entities


@pytest.mark.parametrize(
    "change",
    [
        EntityChange(replace(ENTITY, label="ORG"), None),
        EntityChange(Entity("e9", Span(0, 5), "PER"), None),
        EntityChange(None, replace(ENTITY, label="ORG")),
        EntityChange(None, None),
        EntityChange(ENTITY, replace(ENTITY, id="e2")),
        EntityChange(ENTITY, replace(ENTITY, span=Span(5, 12))),
        QuoteChange(replace(QUOTE, note="x"), None),
        QuoteChange(QUOTE, replace(QUOTE, content=())),
        QuoteChange(QUOTE, replace(QUOTE, content=(Span(0, 999),))),
        QuoteChange(QUOTE, replace(QUOTE, speaker=Span(5, 7))),
        QuoteChange(QUOTE, replace(QUOTE, verbatim=(Span(3, 3),))),
        NonquotesChange((), (Span(0, 5),)),
        NonquotesChange((Span(0, 5),), (Span(5, 6),)),
        StatusChange(ArticleStatus.DONE, ArticleStatus.NEW),
        NoteChange("not what it says", ""),
        FlagsChange(("unsure",), ()),
    ],
)
def test_what_does_not_fit_the_state_is_refused(full: AnnotatedArticle, change):
    with pytest.raises(EditConflictError):
        apply(full, Edit("odd", (change,)))


def test_records_that_share_an_id_are_refused(state: AnnotatedArticle):
    twins = replace(state, entities=(ENTITY, replace(ENTITY, label="ORG")))
    with pytest.raises(EditConflictError, match="share an id"):
        apply(twins, Edit("any", (StatusChange(ArticleStatus.NEW, ArticleStatus.DONE),)))


def test_what_an_edit_leaves_alone_is_the_same_object(full: AnnotatedArticle):
    after = apply(full, Edit("status", (StatusChange(ArticleStatus.NEW, ArticleStatus.DONE),)))
    assert after.entities is full.entities
    assert after.quotes is full.quotes
    assert after.article is full.article


def test_next_id_is_above_every_number(full: AnnotatedArticle):
    others = (*full.entities, replace(ENTITY, id="e07"), replace(ENTITY, id="x99"))
    assert next_id("e", others) == "e8"
    assert next_id("q", ()) == "q1"


def test_identity_of_a_text_is_the_hash_of_its_bytes():
    assert Article("a", "سلام").sha256 == text_sha256("سلام") != text_sha256("سلام ")
    assert text_sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert Article("a", "\ud800").sha256  # a lone surrogate has one too

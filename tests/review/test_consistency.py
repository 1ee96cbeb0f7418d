from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.decisions import Actor
from annotator.core.edits import apply, inverse
from annotator.core.entities import Entity, Status
from annotator.core.spans import Span, span_fault
from annotator.review.consistency import Finding, FindingKind, findings, fix
from annotator.review.names import Names

SALMA = Actor("salma", "2026-11-22T10:00:00Z")


def article(text: str, *marked: tuple[str, str], rejected: tuple[tuple[str, str], ...] = ()):
    """An article in which these strings are labelled, each at its next occurrence."""
    entities: list[Entity] = []
    at = 0
    for string, label in (*marked, *rejected):
        start = text.index(string, 0 if (string, label) in rejected else at)
        at = start + 1
        status = Status.REJECTED if (string, label) in rejected else Status.ACCEPTED
        span = Span(start, start + len(string))
        entities.append(Entity(f"e{len(entities) + 1}", span, label, status, origin="camel"))
    return AnnotatedArticle(Article("a", text), "salma", entities=tuple(entities))


def found(*articles: AnnotatedArticle) -> list[list[Finding]]:
    names = Names(articles)
    return [list(findings(key, state, names)) for key, state in enumerate(articles, 1)]


def told(finding: Finding, text: str) -> tuple[FindingKind, str, str, str]:
    return finding.kind, finding.name, finding.to_span.of(text), finding.to_label


def test_the_rarer_label_of_a_name_is_to_become_the_commoner_one():
    twice = article("زار باريس ثم باريس", ("باريس", "LOC"), ("باريس", "LOC"))
    once = article("قالت بَاريس", ("بَاريس", "ORG"))
    right, (finding,) = found(twice, once)
    assert right == []
    assert told(finding, once.text) == (FindingKind.LABEL, "بَاريس", "بَاريس", "LOC")
    assert (finding.here, finding.there) == (1, 2)


def test_a_proclitic_taken_in_is_to_be_left_out():
    plain = article("في واشنطن", ("واشنطن", "LOC"))
    wide = article("لقاء بواشنطن", ("بواشنطن", "LOC"))
    _, (finding,) = found(plain, wide)
    assert told(finding, wide.text) == (FindingKind.CLITIC, "بواشنطن", "واشنطن", "LOC")


def test_where_most_take_the_proclitic_in_the_others_are_found():
    wide = article("بواشنطن بواشنطن", ("بواشنطن", "LOC"), ("بواشنطن", "LOC"))
    bare = article("بواشنطن", ("واشنطن", "LOC"))
    of_wide, (finding,) = found(wide, bare)
    assert of_wide == []
    assert told(finding, bare.text) == (FindingKind.CLITIC, "واشنطن", "بواشنطن", "LOC")


def test_a_name_that_begins_like_a_proclitic_keeps_its_letter():
    both = article("وصل سام مع بسام", ("سام", "PER"), ("بسام", "PER"))
    assert found(both) == [[]]


@pytest.mark.parametrize("title", ["الرئيس", "وزير الخارجية"])
def test_a_title_taken_in_is_to_be_left_out(title: str):
    plain = article("قال أوباما", ("أوباما", "PER"))
    wide = article(f"زار {title} أوباما", (f"{title} أوباما", "PER"))
    _, (finding,) = found(plain, wide)
    assert told(finding, wide.text) == (FindingKind.TITLE, f"{title} أوباما", "أوباما", "PER")


def test_where_most_take_the_title_in_the_others_are_found():
    wide = article(
        "الرئيس أوباما والرئيس أوباما", ("الرئيس أوباما", "PER"), ("الرئيس أوباما", "PER")
    )
    bare = article("كان الرئيس أوباما", ("أوباما", "PER"))
    of_wide, (finding,) = found(wide, bare)
    assert of_wide == []
    assert told(finding, bare.text) == (FindingKind.TITLE, "أوباما", "الرئيس أوباما", "PER")


def test_a_name_that_is_labelled_elsewhere_is_found_without_its_proclitics():
    known = article("الأمم المتحدة في لبنان", ("الأمم المتحدة", "ORG"), ("لبنان", "LOC"))
    bare = article("قال للأمم المتحدة وللبنان إن")
    of_known, (first, second) = found(known, bare)
    assert of_known == []
    assert told(first, bare.text) == (
        FindingKind.UNLABELLED,
        "لأمم المتحدة",
        "لأمم المتحدة",
        "ORG",
    )
    assert told(second, bare.text)[1:] == ("لبنان", "لبنان", "LOC")


def test_the_hidden_article_makes_the_same_name():
    hidden = article("للأمم", ("لأمم", "ORG"))
    shown = article("الأمم الأمم", ("الأمم", "LOC"), ("الأمم", "LOC"))
    (finding,), _ = found(hidden, shown)
    assert (finding.kind, finding.to_label) == (FindingKind.LABEL, "LOC")


def test_what_was_rejected_at_a_place_is_not_proposed_there():
    many = article(" ".join(["باريس"] * 9), *[("باريس", "LOC")] * 9)
    others = [
        (article("باريس"), article("باريس", rejected=(("باريس", "LOC"),))),
        (
            article("باريس", ("باريس", "ORG")),
            article("باريس", ("باريس", "ORG"), rejected=(("باريس", "LOC"),)),
        ),
        (
            article("بباريس", ("بباريس", "LOC")),
            article("بباريس", ("بباريس", "LOC"), rejected=(("باريس", "LOC"),)),
        ),
    ]
    for undecided, decided in others:
        assert len(found(many, undecided)[1]) == 1
        assert found(many, decided)[1] == []


def test_a_name_rejected_as_often_as_accepted_is_no_evidence():
    once = article("سلام", ("سلام", "PER"))
    never = article("سلام", rejected=(("سلام", "PER"),))
    assert found(once, never, article("سلام"))[2] == []


def begun(state: AnnotatedArticle) -> AnnotatedArticle:
    return replace(state, status=ArticleStatus.DONE)


def test_a_word_that_only_folds_to_a_name_is_not_missed():
    known = article("قال علي إن أنقرة", ("علي", "PER"), ("أنقرة", "LOC"))
    assert found(known, article("وقف على الباب في انقره"))[1] == []
    (finding,) = found(known, article("في أَنقرة"))[1]
    assert finding.name == "أَنقرة"


def test_a_word_that_mostly_has_no_label_is_not_missed():
    known = begun(article("في فيلم الطوفان", ("الطوفان", "MISC")))
    bare = begun(article("جاء الطوفان"))
    assert len(found(known, bare)[1]) == 1
    assert found(known, bare, begun(article("بعد الطوفان")))[1:] == [[], []]
    assert len(found(known, bare, article("بعد الطوفان"))[1]) == 1, "nobody has read that one"


def test_the_rest_of_a_word_that_begins_like_a_proclitic_is_not_missed():
    known = article("قال كين", ("كين", "PER"))
    assert found(known, article("سحب سكين"))[1] == []
    assert len(found(known, article("لقاء لكين"))[1]) == 1


def test_open_suggestions_wait_for_their_own_decision():
    known = article("باريس", ("باريس", "LOC"))
    waiting = replace(known, entities=(replace(known.entities[0], status=Status.SUGGESTED),))
    assert found(known, waiting)[1] == []


def test_fixes_of_an_article_are_one_step():
    known = article("أوباما باريس باريس", ("أوباما", "PER"), ("باريس", "LOC"), ("باريس", "LOC"))
    wrong = article(
        "الرئيس أوباما بباريس باريس", ("الرئيس أوباما", "PER"), ("بباريس", "LOC"), ("باريس", "ORG")
    )
    bare = article("أوباما في باريس")
    _, of_wrong, of_bare = found(known, wrong, bare)
    mended = apply(wrong, fix(wrong, of_wrong, SALMA))
    assert [(e.span.of(wrong.text), e.label) for e in mended.entities] == [
        ("أوباما", "PER"),
        ("باريس", "LOC"),
        ("باريس", "LOC"),
    ]
    labelled = apply(bare, fix(bare, of_bare, SALMA))
    assert [e.label for e in labelled.entities] == ["PER", "LOC"]
    assert found(known, mended, labelled) == [[], [], []]


def test_what_has_changed_since_is_left_alone():
    known = article("باريس باريس", ("باريس", "LOC"), ("باريس", "LOC"))
    wrong, bare = article("باريس", ("باريس", "ORG")), article("باريس")
    _, of_wrong, of_bare = found(known, wrong, bare)
    moved = replace(wrong, entities=(replace(wrong.entities[0], label="MISC"),))
    assert fix(moved, of_wrong, SALMA).changes == ()
    assert fix(replace(wrong, entities=()), of_wrong, SALMA).changes == ()
    assert fix(known, of_bare, SALMA).changes == ()


WORDS = ["الرئيس", "أوباما", "باريس", "بباريس", "للأمم", "الأمم", "لبنان", "وفي", "👩🏽‍🚀", "قالَ"]


@st.composite
def corpora(draw: st.DrawFn) -> list[AnnotatedArticle]:
    made = []
    for number in range(draw(st.integers(1, 3))):
        text = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8)))
        edges = list(range(len(text) + 1))
        entities: dict[tuple[Span, str], Entity] = {}
        for _ in range(draw(st.integers(0, 5))):
            start, end = sorted((draw(st.sampled_from(edges)), draw(st.sampled_from(edges))))
            span, label = Span(start, end), draw(st.sampled_from(["PER", "LOC"]))
            if span_fault(text, span) is None:
                status = draw(st.sampled_from(Status))
                made_id = f"e{len(entities)}"
                entities.setdefault((span, label), Entity(made_id, span, label, status, "camel"))
        made.append(AnnotatedArticle(Article(str(number), text), entities=tuple(entities.values())))
    return made


@given(corpora())
def test_every_fix_fits_its_article_and_can_be_taken_back(states: list[AnnotatedArticle]):
    for state, of_state in zip(states, found(*states), strict=True):
        for finding in of_state:
            assert span_fault(state.text, finding.to_span) is None
            one = fix(state, [finding], SALMA)
            assert one.changes
            after = apply(state, one)
            assert any(
                (e.span, e.label, e.status) == (finding.to_span, finding.to_label, Status.ACCEPTED)
                for e in after.entities
            )
        edit = fix(state, of_state, SALMA)
        back = apply(apply(state, edit), inverse(edit))
        assert {e.id: e for e in back.entities} == {e.id: e for e in state.entities}

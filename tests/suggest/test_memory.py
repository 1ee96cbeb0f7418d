"""The memory of decisions: Arabic-aware matching, rejections, and taking decisions back."""

import pytest

from annotator.core.article import Article
from annotator.core.entities import Entity, Status
from annotator.core.progress import Progress
from annotator.core.spans import Span
from annotator.suggest.base import Found
from annotator.suggest.memory import Memory, MemorySuggester, without_refused


def found(memory: Memory, text: str) -> list[tuple[str, str]]:
    result = MemorySuggester(memory).suggest(Article("a", text), Found(), Progress())
    return [(entity.span.of(text), entity.label) for entity in result.entities]


@pytest.fixture
def memory() -> Memory:
    memory = Memory()
    memory.add("أرمينيا", "LOC", accepted=1)
    memory.add("ناغورنو كاراباخ", "LOC", accepted=2)
    memory.add("كاراباخ", "LOC", accepted=1)
    memory.add("الجزائر", "LOC", accepted=1)
    return memory


@pytest.mark.parametrize(
    ("text", "strings"),
    [
        ("زار أرمينيا", ["أرمينيا"]),
        ("المؤيدين لأرمينيا", ["أرمينيا"]),
        ("وارمينيا", ["ارمينيا"]),
        ("أَرمينيا وبأرمـينيا", ["أَرمينيا", "أرمـينيا"]),
        ("في ناغورنو كاراباخ، ثم كاراباخ", ["ناغورنو كاراباخ", "كاراباخ"]),
        ("ناغورنو، كاراباخ", ["كاراباخ"]),
        ("الأرمينيات", []),
        ("دعا للجزائر", ["لجزائر"]),
    ],
)
def test_what_was_accepted_is_found_in_every_spelling(
    memory: Memory, text: str, strings: list[str]
):
    assert found(memory, text) == [(string, "LOC") for string in strings]


def test_an_empty_memory_finds_nothing():
    assert found(Memory(), "زار أرمينيا") == []


def test_the_label_accepted_more_often_wins():
    memory = Memory()
    memory.add("الأهلي", "LOC", accepted=1)
    memory.add("الأهلي", "ORG", accepted=9)
    assert found(memory, "فاز الأهلي") == [("الأهلي", "ORG")]


def test_a_form_mostly_rejected_is_not_suggested():
    memory = Memory()
    memory.add("الجمعة", "PER", accepted=1, rejected=3)
    assert found(memory, "يوم الجمعة") == []


def test_scores_grow_with_evidence(memory: Memory):
    assert memory.best(("ارمينيا",)) == ("LOC", pytest.approx(2 / 3))
    memory.add("أرمينيا", "LOC", accepted=9)
    assert memory.best(("ارمينيا",)) == ("LOC", pytest.approx(11 / 12))


def test_a_rejected_string_is_taken_out_of_what_engines_find():
    text = "قال باسم إن باسما جاء"
    memory = Memory()
    memory.add("باسم", "PER", rejected=1)
    entities = tuple(
        Entity(f"e{i}", span, label, Status.SUGGESTED, "names")
        for i, (span, label) in enumerate(
            [(Span(4, 8), "PER"), (Span(4, 8), "ORG"), (Span(12, 17), "PER")]
        )
    )
    kept = without_refused(Found(entities), text, memory).entities
    assert [entity.id for entity in kept] == ["e1", "e2"]
    memory.add("باسم", "PER", accepted=1)
    assert without_refused(Found(entities), text, memory).entities == entities


def test_a_decision_taken_back_is_forgotten(memory: Memory):
    memory.add("أرمينيا", "LOC", accepted=-1)
    assert found(memory, "زار أرمينيا") == []
    assert memory.evidence(("ارمينيا",)) == {}


def test_one_letter_is_no_form():
    memory = Memory()
    memory.add("أ", "PER", accepted=1)
    assert not memory

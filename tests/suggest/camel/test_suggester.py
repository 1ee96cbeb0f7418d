import pytest

from annotator.core.article import Article
from annotator.core.entities import Status
from annotator.core.errors import UserError
from annotator.core.progress import Cancelled, Progress
from annotator.core.spans import span_fault
from annotator.suggest.base import NOTHING
from annotator.suggest.camel import CamelSuggester, QuantisedCamelSuggester, suggester
from annotator.suggest.camel.agreement import Agreement, agreement, compare_engines
from annotator.suggest.camel.tagging import WordTag

ODD = ("", "«قال", "😀 مصر😀", "\u200f\u202b واشنطن\u202c", "\x00\ud800", "باكو " * 400)

both = pytest.mark.parametrize("engine", [CamelSuggester, QuantisedCamelSuggester])


@both
def test_suggestions_have_the_offsets_of_the_stored_text(on_disk, seed_text, engine):
    found = engine().suggest(Article("seed", seed_text), NOTHING, Progress())
    assert len(found.entities) > 5
    for entity in found.entities:
        assert span_fault(seed_text, entity.span) is None
        assert entity.label in {"LOC", "ORG", "PER", "MISC"}
        assert entity.status is Status.SUGGESTED
        assert 0 < entity.score <= 1
        assert (entity.origin, entity.reasons[0].origin) == (engine.id, engine.id)
    assert len({entity.id for entity in found.entities}) == len(found.entities)
    assert engine().suggest(Article("seed", seed_text), NOTHING, Progress()) == found


@both
@pytest.mark.parametrize("text", ODD, ids=ascii)
def test_odd_texts(on_disk, engine, text):
    for entity in engine().suggest(Article("a", text), NOTHING, Progress()).entities:
        assert span_fault(text, entity.span) is None


def test_diacritics_make_no_difference(on_disk):
    plain, marked = "قال بومبيو في واشنطن", "قَالَ بُومبيُو في واشنطـــن"
    first = CamelSuggester().suggest(Article("a", plain), NOTHING, Progress())
    second = CamelSuggester().suggest(Article("b", marked), NOTHING, Progress())
    assert [e.label for e in first.entities] == [e.label for e in second.entities]
    assert [e.score for e in first.entities] == [e.score for e in second.entities]


def test_a_mark_between_two_words_does_not_end_a_name(on_disk, monkeypatch):
    labels = {"محمد": WordTag("B-PERS", 0.9), "علي": WordTag("I-PERS", 0.7)}
    monkeypatch.setattr(
        suggester,
        "tag_words",
        lambda _, words, progress: [[labels.get(word) for word in words[0]]],
    )
    text = "\u200f محمد \u200f علي \u200f"
    [entity] = CamelSuggester().suggest(Article("a", text), NOTHING, Progress()).entities
    assert text[entity.span.start : entity.span.end] == "محمد \u200f علي"
    assert (entity.label, entity.score) == ("PER", 0.8)


def test_cancel(on_disk, seed_text):
    progress = Progress(lambda done, total: progress.cancel())
    with pytest.raises(Cancelled):
        CamelSuggester().suggest(Article("seed", seed_text), NOTHING, progress)


def test_a_folder_may_be_named(model):
    assert CamelSuggester(model).availability().ready
    assert not CamelSuggester(model.parent).availability().ready


@both
def test_without_a_model(home, monkeypatch, engine):
    monkeypatch.delenv("CAMELTOOLS_DATA")
    ready, reason = engine().availability()
    assert not ready
    assert "model" in str(reason)
    assert list(home.iterdir()) == []
    with pytest.raises(UserError):
        engine().suggest(Article("a", "نص"), NOTHING, Progress())


def test_agreement_counts_words_that_have_labels():
    a, b, o = (WordTag(label, 0.5) for label in ("B-LOC", "B-ORG", "O"))
    assert agreement([[a, None, o], [b, o]], [[a, None, a], [a, o]]) == Agreement(4, 2, 2, 1)


def test_the_quantised_engine_is_compared_with_the_exact_one(model, seed_text):
    comparison = compare_engines(model, [seed_text], Progress())
    assert comparison.agreement.words > 400
    # Weights at random: near ties, where rounding decides, are everywhere.
    assert 0.8 < comparison.agreement.same / comparison.agreement.words <= 1
    assert comparison.exact_seconds > 0 < comparison.quantised_seconds

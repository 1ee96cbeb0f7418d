import subprocess
import sys
from functools import partial

import pytest

from annotator.config.settings import CAMEL_ENGINE
from annotator.config.store import Settings
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.decisions import Actor, accept, reject
from annotator.core.edits import apply
from annotator.core.entities import Entity, Status
from annotator.core.errors import UserError
from annotator.core.messages import Message
from annotator.core.progress import Cancelled, Progress
from annotator.core.quote_decisions import quote_to_nonquote
from annotator.core.spans import Span, span_fault
from annotator.services import suggesting
from annotator.services.suggesting import available_engines, suggest, suggest_edit
from annotator.suggest.base import READY, Found
from annotator.suggest.camel import CamelSuggester
from annotator.suggest.embedded import model as embedded
from annotator.suggest.memory import Memory
from tests.suggest.embedded.conftest import base_arrays, tiny_head

ACTOR = Actor("salma", "2026-11-22T10:00:00Z")


@pytest.fixture
def article(seed_text):
    return Article("seed", seed_text)


def test_engines():
    engines = {engine.id: engine.availability for engine in available_engines()}
    assert not engines["camel"].ready
    assert engines["camel"].reason is not None
    assert all(engines[name].ready for name in ("gazetteer", "organisations", "persons", "quotes"))


def test_seed_article(article):
    found = suggest(article, progress=Progress())
    assert len(found.entities) > 40
    assert len(found.quotes) >= 8
    assert all(span_fault(article.text, entity.span) is None for entity in found.entities)


def test_chosen_engines_alone_run(article):
    found = suggest(article, engines=["gazetteer"], progress=Progress())
    assert {entity.origin for entity in found.entities} == {"gazetteer"}
    assert found.quotes == ()


def test_each_engine_sees_what_those_before_it_found(article, monkeypatch):
    seen = []

    class Engine:
        name = Message("Engine")

        def __init__(self, number):
            self.id = f"engine{number}"
            self.number = number

        def availability(self):
            return READY

        def suggest(self, article, found, progress):
            seen.append([entity.origin for entity in found.entities])
            span = Span(self.number, self.number + 1)
            return Found((Entity("e1", span, "PER", Status.SUGGESTED, self.id, 0.5),))

    factories = tuple(partial(Engine, number) for number in range(3))
    monkeypatch.setattr(suggesting, "SUGGESTERS", factories)
    found = suggest(article, progress=Progress())
    assert seen == [[], ["engine0"], ["engine0", "engine1"]]
    assert [entity.origin for entity in found.entities] == ["engine0", "engine1", "engine2"]


@pytest.mark.parametrize("name", ["camel", "unknown"])
def test_an_engine_that_cannot_run_is_refused_by_name(article, name):
    with pytest.raises(UserError) as caught:
        suggest(article, engines=[name], progress=Progress())
    assert name in str(caught.value)


@pytest.fixture
def camel_asked(tmp_path, monkeypatch):
    """Two model folders on disk; returns which engine was asked, and with which of them."""
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    for name in ("arabert", "own"):
        folder = tmp_path / "data" / "ner" / name
        folder.mkdir(parents=True)
        (folder / "config.json").write_text("{}")
        for file in ("vocab.txt", "model.safetensors"):
            (folder / file).touch()
    asked = []

    def suggest(self, article, found, progress):
        asked.append((self.id, self._folder().name))
        return Found()

    monkeypatch.setattr(CamelSuggester, "suggest", suggest)
    return asked


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        (None, ("camel", "arabert")),
        ("", ("camel", "arabert")),
        ("camel:own", ("camel", "own")),
        ("camel-int8", ("camel-int8", "arabert")),
        ("camel-int8:own", ("camel-int8", "own")),
    ],
)
def test_the_quantised_engine_runs_only_when_it_is_named(article, camel_asked, setting, expected):
    if setting is not None:
        Settings()[CAMEL_ENGINE] = setting
    suggest(article, progress=Progress())
    assert camel_asked == [expected]
    camel_asked.clear()
    suggest(article, engines=["gazetteer", setting or "camel"], progress=Progress())
    assert camel_asked == [expected]


def test_a_setting_that_names_no_model_is_told(article, camel_asked):
    Settings()[CAMEL_ENGINE] = "camel:other"
    with pytest.raises(UserError) as caught:
        suggest(article, progress=Progress())
    assert "camel:other" in str(caught.value)
    assert "camel:own" in str(caught.value)


def test_the_setting_asks_for_nothing_where_there_is_no_model(article):
    Settings()[CAMEL_ENGINE] = "camel-int8"
    assert suggest(article, progress=Progress()).entities


def test_progress_counts_engines(article):
    steps = []
    suggest(article, progress=Progress(lambda done, total: steps.append((done, total))))
    assert steps[0] == (0, steps[-1][1])
    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1]


def test_cancel(article):
    progress = Progress(lambda done, total: progress.cancel() if done == 1 else None)
    with pytest.raises(Cancelled):
        suggest(article, progress=progress)


def test_suggestions_become_an_edit_and_decisions_stay(article):
    found = suggest(article, progress=Progress())
    state = AnnotatedArticle(article)
    state = apply(state, suggest_edit(state, found, ACTOR))
    assert len(state.entities) == len(found.entities)
    first, second = state.entities[0], state.entities[1]
    state = apply(state, accept(state, [first.id], ACTOR))
    state = apply(state, reject(state, [second.id], ACTOR))
    again = apply(state, suggest_edit(state, found, ACTOR))
    assert len(again.entities) == len(state.entities)
    statuses = {entity.span: entity.status for entity in again.entities}
    assert statuses[first.span] is Status.ACCEPTED
    assert statuses[second.span] is Status.REJECTED


def test_no_heavy_module_is_loaded_without_a_model(seed_path, tmp_path):
    script = f"""
import pathlib, sys
from annotator.core.article import Article
from annotator.core.progress import Progress
from annotator.services.suggesting import suggest
text = pathlib.Path({str(seed_path)!r}).read_text(encoding="utf-8")
assert suggest(Article("seed", text), engines=None, progress=Progress()).entities
print(*{{"torch", "transformers", "camel_tools", "pandas", "PySide6"}} & set(sys.modules))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_strings_judged_to_be_no_quotes_are_stored():
    state = AnnotatedArticle(Article("a", 'عرضت قناة "المسار" الفيلم.'))
    span = Span(11, 17)
    state = apply(state, suggest_edit(state, Found(nonquotes=(span,)), ACTOR))
    assert state.nonquotes == (span,)
    assert suggest_edit(state, Found(nonquotes=(span,)), ACTOR).changes == ()


def test_what_an_earlier_run_took_for_no_quote_can_be_suggested_by_the_next():
    article = Article("a", 'قال كريم: "لن نقبل بهذا الحل أبداً".')
    found = suggest(article, engines=("persons", "quotes"), progress=Progress())
    (quote,) = found.quotes
    state = AnnotatedArticle(article, nonquotes=quote.verbatim)
    state = apply(state, suggest_edit(state, found, ACTOR))
    assert [one.content for one in state.quotes] == [quote.content]
    assert state.nonquotes == ()
    state = apply(state, quote_to_nonquote(state, state.quotes[0].id, ACTOR))
    assert suggest_edit(state, found, ACTOR).changes == ()


def test_memory_is_suggested_and_what_it_refuses_is_not():
    article = Article("a", "وصل الوفد إلى باريس ثم عاد إلى فلانستان")
    memory = Memory()
    memory.add("فلانستان", "LOC", accepted=2)
    memory.add("باريس", "LOC", rejected=1)
    plain = suggest(article, progress=Progress())
    assert "باريس" in [e.span.of(article.text) for e in plain.entities]
    found = suggest(article, memory=memory, progress=Progress())
    strings = {e.span.of(article.text): e.origin for e in found.entities}
    assert "باريس" not in strings
    assert "فلانستان" in strings
    chosen = suggest(article, engines=["quotes"], memory=memory, progress=Progress())
    assert [e.span.of(article.text) for e in chosen.entities] == ["فلانستان"]


def test_a_model_that_has_learned_takes_the_place_of_the_shipped_one(article):
    model = embedded.EmbeddedModel(base_arrays(), tiny_head(), embedded.Settings(), "tiny")
    tiny = suggest(article, engines=["embedded"], model=model, progress=Progress())
    shipped = suggest(article, engines=["embedded"], progress=Progress())
    assert [e.span for e in tiny.entities] != [e.span for e in shipped.entities]
    assert {e.origin for e in tiny.entities} == {"embedded"}

"""Suggestions for one article: every engine that can run, one combined result, one edit.

Engines are asked for by id. Those with a camel-tools model also go by ``camel:NAME`` and
``camel-int8:NAME``, NAME being that of the model's folder; without it the first model is used,
camel-tools' own default before others. When none are asked for, the setting ``suggest.camel`` says
in the same words which of these it is. ``camel-int8`` gives up some labels for speed, and never
runs unless it is named.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from annotator.config.settings import CAMEL_ENGINE
from annotator.config.store import Settings
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.decisions import Actor, take_suggestions
from annotator.core.edits import Edit
from annotator.core.errors import UserError
from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.progress import Progress
from annotator.services.suggested_labels import SuggestedLabels
from annotator.suggest import ON_REQUEST, SUGGESTERS
from annotator.suggest.base import NOTHING, Availability, Found, Suggester
from annotator.suggest.camel import CamelSuggester, QuantisedCamelSuggester
from annotator.suggest.camel.models import model_folders
from annotator.suggest.combine import combine
from annotator.suggest.memory import Memory, MemorySuggester, without_refused
from annotator.suggest.statistical import EmbeddedSuggester

if TYPE_CHECKING:
    from annotator.suggest.embedded.model import EmbeddedModel


class Engine(NamedTuple):
    """An engine as people choose it: its id, its name, and whether it can run here."""

    id: str
    name: Message
    availability: Availability


def available_engines() -> list[Engine]:
    """Return every engine, those that cannot run too, in the order in which they run."""
    made = (factory() for factory in (*ON_REQUEST, *SUGGESTERS))
    return [Engine(one.id, one.name, one.availability()) for one in made]


def suggest(
    article: Article,
    *,
    engines: Sequence[str] | None = None,
    memory: Memory | None = None,
    model: EmbeddedModel | None = None,
    label_set: LabelSet | None = None,
    progress: Progress,
) -> Found:
    """Return what the engines find in ``article``, combined. Runs on any thread.

    Args:
        article: the article.
        engines: ids of the engines to ask; None asks all that can run.
        memory: what was decided before: it is suggested again, or no more. Not to be changed
            meanwhile.
        model: what the embedded engine has learned; None is the shipped model.
        label_set: the project's labels, under which all is suggested
            (:mod:`annotator.services.suggested_labels`); None keeps those of the engines.
        progress: gets one step an engine, and stops the work when it is cancelled.

    Raises:
        Cancelled: cancel was asked for.
        UserError: an engine asked for by name is unknown or cannot run.
    """
    chosen = list(_chosen(engines, model).values())
    if memory:
        chosen.insert(0, MemorySuggester(memory))
    labels = SuggestedLabels(label_set)
    founds: list[Found] = []
    found = NOTHING
    for step, suggester in enumerate(chosen):
        progress.at(step, len(chosen))
        own = suggester.suggest(article, found, _Part(progress))
        if memory:
            own = without_refused(own, article.text, memory, labels.in_project)
        founds.append(labels.among_engines(own))
        found = combine(founds, [one.id for one in chosen[: step + 1]])
    progress.at(len(chosen), len(chosen))
    return labels.for_project(found)


def suggest_edit(state: AnnotatedArticle, found: Found, actor: Actor) -> Edit:
    """Return the edit by which ``found`` takes the place of the open suggestions.

    What was decided stays, and is not suggested again.
    """
    return take_suggestions(state, found.entities, found.quotes, actor, found.nonquotes)


class _Part(Progress):
    """The progress of one engine: it can be stopped; its steps are not those of the whole."""

    def __init__(self, whole: Progress) -> None:
        super().__init__()
        self._whole = whole

    @property
    def cancelled(self) -> bool:
        return self._whole.cancelled

    def check(self) -> None:
        self._whole.check()


def engine_names(engines: Sequence[str] | None) -> list[str]:
    """Return by which names the engines go that :func:`suggest` asks, in the order they run.

    Raises:
        UserError: as there.
    """
    return list(_chosen(engines, None))


def _chosen(engines: Sequence[str] | None, model: EmbeddedModel | None) -> dict[str, Suggester]:
    known = _by_name(model)
    if engines is None:
        camel = Settings()[CAMEL_ENGINE] or CamelSuggester.id
        usual = [factory().id for factory in SUGGESTERS]
        names = [camel if name == CamelSuggester.id else name for name in usual]
        engines = [name for name in names if name not in known or known[name].availability().ready]
    for name in engines:
        if name not in known:
            raise UserError(
                message(QT_TRANSLATE_NOOP("messages", "There is no engine {name}."), name=name),
                todo=message(
                    QT_TRANSLATE_NOOP("messages", "Choose among: {names}."), names=", ".join(known)
                ),
            )
        ready, reason = known[name].availability()
        if not ready and reason is not None:
            raise UserError(reason, where=name)
    return {name: one for name, one in known.items() if name in engines}


def _by_name(model: EmbeddedModel | None) -> dict[str, Suggester]:
    """Return the engines by the names that ask for them, in the order in which they run."""
    folders = model_folders()
    named: dict[str, Suggester] = {
        f"{factory.id}:{folder.name}": factory(folder)
        for factory in (CamelSuggester, QuantisedCamelSuggester)
        for folder in folders
    }
    every = (_made(factory, model) for factory in (*ON_REQUEST, *SUGGESTERS))
    return named | {one.id: one for one in every}


def _made(factory: Callable[[], Suggester], model: EmbeddedModel | None) -> Suggester:
    return EmbeddedSuggester(model) if model and factory is EmbeddedSuggester else factory()

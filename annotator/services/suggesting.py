"""Suggestions for one article: every engine that can run, one combined result, one edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.decisions import Actor, take_suggestions
from annotator.core.edits import Edit
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.progress import Progress
from annotator.suggest import SUGGESTERS
from annotator.suggest.base import NOTHING, Availability, Found, Suggester
from annotator.suggest.combine import combine


class Engine(NamedTuple):
    """An engine as people choose it: its id, its name, and whether it can run here."""

    id: str
    name: Message
    availability: Availability


def available_engines() -> list[Engine]:
    """Return every engine, those that cannot run too, in the order in which they run."""
    made = (factory() for factory in SUGGESTERS)
    return [Engine(one.id, one.name, one.availability()) for one in made]


def suggest(article: Article, *, engines: Sequence[str] | None = None, progress: Progress) -> Found:
    """Return what the engines find in ``article``, combined. Runs on any thread.

    Args:
        article: the article.
        engines: ids of the engines to ask; None asks all that can run.
        progress: gets one step an engine, and stops the work when it is cancelled.

    Raises:
        Cancelled: cancel was asked for.
        UserError: an engine asked for by name is unknown or cannot run.
    """
    chosen = _chosen(engines)
    founds: list[Found] = []
    found = NOTHING
    for step, suggester in enumerate(chosen):
        progress.at(step, len(chosen))
        founds.append(suggester.suggest(article, found, _Part(progress)))
        found = combine(founds)
    progress.at(len(chosen), len(chosen))
    return found


def suggest_edit(state: AnnotatedArticle, found: Found, actor: Actor) -> Edit:
    """Return the edit by which ``found`` takes the place of the open suggestions.

    What was decided stays, and is not suggested again.
    """
    return take_suggestions(state, found.entities, found.quotes, actor)


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


def _chosen(engines: Sequence[str] | None) -> list[Suggester]:
    made = [factory() for factory in SUGGESTERS]
    if engines is None:
        return [one for one in made if one.availability().ready]
    known = {one.id: one for one in made}
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
    return [one for one in made if one.id in engines]

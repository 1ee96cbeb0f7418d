"""Which engines a person wants suggestions from: all that can run, but those switched off.

What is kept is what was switched off, so an engine that comes with a later version takes part.
The two engines for camel-tools' models stand for each other: switching one on switches the other
off, and the setting ``suggest.camel`` keeps which it is.
"""

from __future__ import annotations

from typing import NamedTuple

from annotator.config.settings import CAMEL_ENGINE, ENGINES_OFF
from annotator.config.store import Settings
from annotator.services.suggesting import Engine, available_engines
from annotator.suggest.camel import CamelSuggester, QuantisedCamelSuggester

_CAMEL = (CamelSuggester.id, QuantisedCamelSuggester.id)


class ChosenEngine(NamedTuple):
    """An engine, and whether it is wanted; it can be wanted and not able to run."""

    engine: Engine
    on: bool


def listed_engines(settings: Settings) -> list[ChosenEngine]:
    """Return every engine in the order in which they run."""
    off, camel = settings[ENGINES_OFF], _camel_of(settings)
    return [
        ChosenEngine(one, one.id not in off and (one.id not in _CAMEL or one.id == camel))
        for one in available_engines()
    ]


def engines_to_ask(settings: Settings) -> list[str]:
    """Return by which names to ask for the engines that are wanted and can run."""
    wanted = [one.engine.id for one in listed_engines(settings) if one.on and _ready(one.engine)]
    return [settings[CAMEL_ENGINE] if name in _CAMEL else name for name in wanted]


def switch_engine(settings: Settings, engine_id: str, *, on: bool) -> None:
    """Want an engine, or want it no more."""
    off = {*settings[ENGINES_OFF]} - {engine_id}
    if engine_id in _CAMEL and on and _camel_of(settings) != engine_id:
        settings[CAMEL_ENGINE] = engine_id
    settings[ENGINES_OFF] = tuple(sorted(off if on else off | {engine_id}))


def _camel_of(settings: Settings) -> str:
    """Return which of the two stands in the setting, whatever model it names."""
    return settings[CAMEL_ENGINE].partition(":")[0] or CamelSuggester.id


def _ready(engine: Engine) -> bool:
    return engine.availability.ready

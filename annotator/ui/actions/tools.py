"""The actions of the Tools menu: models, learning, and how suggestions come."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.services.suggesting import Engine
from annotator.ui.actions.spec import ActionSpec, Menu, When
from annotator.ui.text import told

TOOLS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "models.show",
        QT_TRANSLATE_NOOP("actions", "Models…"),
        Menu.TOOLS,
        "tools.show_models",
        tip=QT_TRANSLATE_NOOP("actions", "Get camel-tools' models, or remove them"),
    ),
    ActionSpec(
        "learned.show",
        QT_TRANSLATE_NOOP("actions", "What was learned…"),
        Menu.TOOLS,
        "tools.show_learned",
        when=When.PROJECT,
        tip=QT_TRANSLATE_NOOP("actions", "What the program has learned from your corrections"),
    ),
    ActionSpec(
        "figures.show",
        QT_TRANSLATE_NOOP("actions", "Progress…"),
        Menu.TOOLS,
        "figures.show_figures",
        ("F9",),
        When.PROJECT,
        tip=QT_TRANSLATE_NOOP("actions", "Articles, decisions, acceptance and time, as plots"),
    ),
    ActionSpec(
        "consistency.show",
        QT_TRANSLATE_NOOP("actions", "Consistency…"),
        Menu.TOOLS,
        "checking.show",
        ("F7",),
        When.PROJECT,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Names labelled two ways, other boundaries, names left out"
        ),
    ),
    ActionSpec(
        "suggestions.surest_first",
        QT_TRANSLATE_NOOP("actions", "Surest suggestions first"),
        Menu.TOOLS,
        "tools.switch_order",
        tip=QT_TRANSLATE_NOOP("actions", "Go through suggestions by their score"),
        starts=True,
        toggle=True,
    ),
    ActionSpec(
        "article.accept_on_done",
        QT_TRANSLATE_NOOP("actions", "Finishing accepts what still stands"),
        Menu.TOOLS,
        "tools.switch_accept_on_done",
        tip=QT_TRANSLATE_NOOP(
            "actions", "Marking an article as done accepts the suggestions shown and undecided"
        ),
        toggle=True,
    ),
)


def engine_actions(engines: Sequence[Engine]) -> tuple[ActionSpec, ...]:
    """Return one action an engine, under its own name, by which it is switched on and off."""
    return tuple(
        ActionSpec(
            engine_action(engine.id),
            told(engine.name),
            Menu.TOOLS,
            "tools.switch_engine",
            args=(engine.id,),
            starts=number == 0,
            translated=True,
            toggle=True,
        )
        for number, engine in enumerate(engines)
    )


def engine_action(engine_id: str) -> str:
    """Return the id of an engine's action."""
    return f"engine.{engine_id}"

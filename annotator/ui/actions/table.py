"""The table of all actions."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.services.suggesting import Engine
from annotator.ui.actions.annotate import ANNOTATE
from annotator.ui.actions.articles import ARTICLES
from annotator.ui.actions.boundaries import BOUNDARIES
from annotator.ui.actions.corrections import CORRECTIONS
from annotator.ui.actions.edit import EDIT
from annotator.ui.actions.every import EVERY
from annotator.ui.actions.files import FILES
from annotator.ui.actions.find import FIND
from annotator.ui.actions.help import HELP
from annotator.ui.actions.labels import LABELS, label_actions
from annotator.ui.actions.quotes import QUOTES
from annotator.ui.actions.remarks import REMARKS
from annotator.ui.actions.selection import SELECTION
from annotator.ui.actions.settings import SETTINGS
from annotator.ui.actions.spec import ActionSpec, Menu
from annotator.ui.actions.tools import TOOLS, engine_actions
from annotator.ui.actions.view import LOOKS, READING, VIEW

ACTIONS: tuple[ActionSpec, ...] = (
    *FILES,
    *EDIT,
    *FIND,
    *SELECTION,
    *SETTINGS,
    *ANNOTATE,
    *EVERY,
    *ARTICLES,
    *REMARKS,
    *CORRECTIONS,
    *LABELS,
    *BOUNDARIES,
    *QUOTES,
    *VIEW,
    *READING,
    *LOOKS,
    *TOOLS,
    *HELP,
)
"""Every action but those of labels and engines, a line a topic.

In each menu the actions stand in this order. A new one is a record in the module of its topic,
and a method; a new topic is a module and a line here.
"""

MENUS: tuple[tuple[Menu, str], ...] = (
    (Menu.FILE, QT_TRANSLATE_NOOP("actions", "&File")),
    (Menu.EDIT, QT_TRANSLATE_NOOP("actions", "&Edit")),
    (Menu.ANNOTATE, QT_TRANSLATE_NOOP("actions", "&Annotate")),
    (Menu.ARTICLES, QT_TRANSLATE_NOOP("actions", "A&rticles")),
    (Menu.REVIEW, QT_TRANSLATE_NOOP("actions", "Rev&iew")),
    (Menu.LABELS, QT_TRANSLATE_NOOP("actions", "&Label")),
    (Menu.BOUNDARIES, QT_TRANSLATE_NOOP("actions", "&Boundaries")),
    (Menu.QUOTES, QT_TRANSLATE_NOOP("actions", "&Quotes")),
    (Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&View")),
    (Menu.TOOLS, QT_TRANSLATE_NOOP("actions", "&Tools")),
    (Menu.HELP, QT_TRANSLATE_NOOP("actions", "&Help")),
)
"""The menus in their order, with their titles."""


def actions_for(
    label_set: LabelSet | None, language: str, engines: Sequence[Engine] = ()
) -> tuple[ActionSpec, ...]:
    """Return the table with the actions of a label set's labels, and of engines, in it."""
    labels = label_actions(label_set, language) if label_set else ()
    return (*ACTIONS, *labels, *engine_actions(engines))

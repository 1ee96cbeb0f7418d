"""What one action is: a record of data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class When(Enum):
    """What must be so for an action to make sense.

    ``QUOTES``: the article has some; ``QUOTE``: one is current; ``QUOTE_FOR_WORDS``: one is
    current, or was the last that was while other words are now; ``QUOTE_OR_MARKS``: one is
    current, or the article has quotation marks. ``CORRECTIONS``: a review has changed something in
    it; ``CORRECTION``: such a record is current. In a review, ``CURRENT`` is a disagreement,
    ``DECIDED`` one that is settled, ``EDITING`` one that is being decided by hand.
    """

    ALWAYS = auto()
    PROJECT = auto()
    ARTICLE = auto()
    PENDING = auto()
    CURRENT = auto()
    CURRENT_ENTITY = auto()
    CURRENT_OR_SELECTION = auto()
    CURRENT_QUOTE_OR_SELECTION = auto()
    QUOTES = auto()
    QUOTE = auto()
    QUOTE_FOR_WORDS = auto()
    QUOTE_OR_MARKS = auto()
    CORRECTIONS = auto()
    CORRECTION = auto()
    DECIDED = auto()
    EDITING = auto()
    CAN_UNDO = auto()
    CAN_REDO = auto()
    TUTORIAL = auto()


class Where(Enum):
    """Where the focus must be for an action's keys to act.

    Keys that a text field or a list needs for itself act in the article, and in the lists that
    stand for it, alone.
    """

    WINDOW = auto()
    WORK = auto()
    ARTICLE = auto()


class Menu(Enum):
    """The menus, in order."""

    FILE = auto()
    EDIT = auto()
    ANNOTATE = auto()
    ARTICLES = auto()
    REVIEW = auto()
    LABELS = auto()
    BOUNDARIES = auto()
    QUOTES = auto()
    VIEW = auto()
    TOOLS = auto()
    HELP = auto()


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. ``text`` and ``tip`` are English sources under the context ``actions``.

    ``keys`` are portable key sequences as on a Latin keyboard, the first one is shown; what the
    same keys send on an Arabic layout is bound too (:mod:`annotator.ui.actions.keys`).
    ``handler`` names an object and its method (``annotating.accept``), called with ``args``.
    ``choice`` groups actions of which one is checked; a ``toggle`` is checked or not by itself.
    ``starts`` opens a new menu
    section. With ``translated`` the texts are in the window's language already (labels bring
    their names).
    """

    id: str
    text: str
    menu: Menu
    handler: str
    keys: tuple[str, ...] = ()
    when: When = When.ALWAYS
    where: Where = Where.WINDOW
    args: tuple[str, ...] = ()
    tip: str = ""
    choice: str = ""
    toggle: bool = False
    starts: bool = False
    translated: bool = False

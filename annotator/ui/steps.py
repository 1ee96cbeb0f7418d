"""What steps are called where they can be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from annotator.core.batches import is_back
from annotator.core.edits import Edit
from annotator.core.messages import QT_TRANSLATE_NOOP

_NAMES = {
    "accept": QT_TRANSLATE_NOOP("steps", "accept"),
    "reject": QT_TRANSLATE_NOOP("steps", "reject"),
    "reopen": QT_TRANSLATE_NOOP("steps", "reopen"),
    "label_set": QT_TRANSLATE_NOOP("steps", "labels of the project"),
    "relabel": QT_TRANSLATE_NOOP("steps", "another label"),
    "relabel_all": QT_TRANSLATE_NOOP("steps", "another label for all"),
    "resize": QT_TRANSLATE_NOOP("steps", "boundary"),
    "note": QT_TRANSLATE_NOOP("steps", "note"),
    "flag": QT_TRANSLATE_NOOP("steps", "flag"),
    "article_note": QT_TRANSLATE_NOOP("steps", "note on the article"),
    "article_flag": QT_TRANSLATE_NOOP("steps", "flag of the article"),
    "consistency": QT_TRANSLATE_NOOP("steps", "consistency"),
    "label_hits": QT_TRANSLATE_NOOP("steps", "label lines of a search"),
    "add": QT_TRANSLATE_NOOP("steps", "mark"),
    "status": QT_TRANSLATE_NOOP("steps", "status"),
    "finish": QT_TRANSLATE_NOOP("steps", "article done"),
    "add_quote": QT_TRANSLATE_NOOP("steps", "mark a quote"),
    "set_source": QT_TRANSLATE_NOOP("steps", "source"),
    "set_speaker": QT_TRANSLATE_NOOP("steps", "speaker"),
    "set_cue": QT_TRANSLATE_NOOP("steps", "cue"),
    "set_content": QT_TRANSLATE_NOOP("steps", "content"),
    "right_edge": QT_TRANSLATE_NOOP("steps", "end of the quote"),
    "set_type": QT_TRANSLATE_NOOP("steps", "type of the quote"),
    "split": QT_TRANSLATE_NOOP("steps", "split"),
    "join": QT_TRANSLATE_NOOP("steps", "join"),
    "nest": QT_TRANSLATE_NOOP("steps", "nesting"),
    "nonquote_to_quote": QT_TRANSLATE_NOOP("steps", "a quote after all"),
    "label_every": QT_TRANSLATE_NOOP("steps", "label every occurrence"),
    "unlabel_every": QT_TRANSLATE_NOOP("steps", "unlabel every occurrence"),
    "relabel_every": QT_TRANSLATE_NOOP("steps", "relabel every occurrence"),
    "suggest": QT_TRANSLATE_NOOP("steps", "suggestions"),
    "import": QT_TRANSLATE_NOOP("steps", "import"),
    "say_why": QT_TRANSLATE_NOOP("steps", "say why annotators differ"),
    "settle": QT_TRANSLATE_NOOP("steps", "settle a disagreement"),
    "unsettle": QT_TRANSLATE_NOOP("steps", "open a disagreement again"),
    "understood": QT_TRANSLATE_NOOP("steps", "correction understood"),
    "keep_mine": QT_TRANSLATE_NOOP("steps", "correction taken back"),
    "quote_to_nonquote": QT_TRANSLATE_NOOP("steps", "no quote"),
}


_BACK = QT_TRANSLATE_NOOP("steps", "take back: {step}")


def last_step(edits: Sequence[Edit]) -> str:
    """Return how the last of the steps is called; "" for none."""
    return step_name(edits[-1]) if edits else ""


def step_name(edit: Edit) -> str:
    """Return how a step is called; one of a name that is not known by that name."""
    if is_back(edit):
        name = str(edit.args.get("name", ""))
        return _tr(_BACK).format(step=_tr(_NAMES.get(name, name)))
    return _tr(_NAMES.get(edit.name, edit.name))


def _tr(text: str) -> str:
    return QCoreApplication.translate("steps", text) if text else ""

"""What the groups of a report are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.core.messages import QT_TRANSLATE_NOOP

_KINDS: dict[str, str] = {
    "overlap": QT_TRANSLATE_NOOP("report", "Overlapping spans"),
    "subword": QT_TRANSLATE_NOOP("report", "Edges inside words"),
    "grapheme": QT_TRANSLATE_NOOP("report", "Edges inside letters"),
    "quote": QT_TRANSLATE_NOOP("report", "Quotes"),
    "entity": QT_TRANSLATE_NOOP("report", "Entities"),
    "fragments": QT_TRANSLATE_NOOP("report", "Spans in pieces"),
    "note": QT_TRANSLATE_NOOP("report", "Notes"),
    "flags": QT_TRANSLATE_NOOP("report", "Flags"),
    "label": QT_TRANSLATE_NOOP("report", "Labels"),
    "unknown_label": QT_TRANSLATE_NOOP("report", "Labels that the project does not know"),
    "token": QT_TRANSLATE_NOOP("report", "Spans without a word"),
    "status": QT_TRANSLATE_NOOP("report", "Not chosen by their status"),
    "empty": QT_TRANSLATE_NOOP("report", "Empty articles"),
    "field": QT_TRANSLATE_NOOP("report", "What the format does not keep"),
    "part": QT_TRANSLATE_NOOP("report", "Empty parts"),
    "joined": QT_TRANSLATE_NOOP("report", "Texts that were there already"),
    "version": QT_TRANSLATE_NOOP("report", "Other versions of articles"),
    "offsets": QT_TRANSLATE_NOOP("report", "Wrong offsets"),
    "file": QT_TRANSLATE_NOOP("report", "Files that cannot be read"),
    "encoding": QT_TRANSLATE_NOOP("report", "Lines in another encoding"),
    "row": QT_TRANSLATE_NOOP("report", "Wrong rows"),
    "markup": QT_TRANSLATE_NOOP("report", "Missing end tags"),
    "boxes": QT_TRANSLATE_NOOP("report", "Text boxes"),
    "sheet": QT_TRANSLATE_NOOP("report", "Sheets without texts"),
    "text": QT_TRANSLATE_NOOP("report", "Characters that were replaced"),
    "duplicate_id": QT_TRANSLATE_NOOP("report", "Ids that stand twice"),
    "surrogate": QT_TRANSLATE_NOOP("report", "Texts with half a character"),
    "unmatched": QT_TRANSLATE_NOOP("report", "Articles that only one has"),
    "unmoved": QT_TRANSLATE_NOOP("report", "Without a place in the other version"),
    "twice": QT_TRANSLATE_NOOP("report", "Articles that one annotator has twice"),
    "columns": QT_TRANSLATE_NOOP("report", "Columns by guess"),
    "brought": QT_TRANSLATE_NOOP("report", "Files that came in"),
    "added": QT_TRANSLATE_NOOP("report", "Articles that were added"),
    "missing": QT_TRANSLATE_NOOP("report", "Articles that are missing"),
    "apart": QT_TRANSLATE_NOOP("report", "Work that went two ways"),
    "changed_text": QT_TRANSLATE_NOOP("report", "Texts that were changed"),
    "nobody": QT_TRANSLATE_NOOP("report", "Sets of nobody"),
}


def kind_title(kind: str) -> str:
    """Return what problems of a kind are called; one without a name goes by its id."""
    known = _KINDS.get(kind)
    return QCoreApplication.translate("report", known) if known else kind

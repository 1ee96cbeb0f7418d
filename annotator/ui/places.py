"""Where someone is in an article: as the view tells it, and as the project keeps it."""

from __future__ import annotations

from annotator.storage import Place as StoredPlace
from annotator.ui.article.view import Place


def stored_place(place: Place) -> StoredPlace:
    """Return what the project keeps of where the view is."""
    return StoredPlace(place.caret, place.top, place.record or None)


def view_place(place: StoredPlace | None) -> Place:
    """Return where the view is to be; the beginning on a first visit."""
    return Place(place.caret, place.scroll, place.record or "") if place else Place()

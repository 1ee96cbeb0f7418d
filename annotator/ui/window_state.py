"""How the window was when its project was open last."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter

from annotator.core.article import ArticleStatus
from annotator.core.errors import UserError
from annotator.services.project import Project
from annotator.storage import ArticleQuery, Assigned, Order
from annotator.ui.panes.article_list import ArticleList
from annotator.ui.panes.side import SidePane

WINDOW_STATE = "window"
"""Name under which a project keeps how the window was."""


def keep_state(
    project: Project, window: QMainWindow, panes: QSplitter, side: SidePane, articles: ArticleList
) -> None:
    """Write where the window stands, how its panes are, and which articles are listed."""
    with suppress(UserError):  # how a window stood is no loss worth a word
        project.set_state(
            WINDOW_STATE,
            {
                "geometry": bytes(window.saveGeometry().toBase64().data()).decode("ascii"),
                "panes": panes.sizes(),
                "page": side.page_in_front(),
                "list": _kept(articles.query),
            },
            flushed=False,
        )


def restore_state(
    project: Project, window: QMainWindow, panes: QSplitter, side: SidePane, articles: ArticleList
) -> None:
    """Put the window back as it was; what is not known stays."""
    kept = project.state(WINDOW_STATE)
    if not isinstance(kept, dict):
        return
    window.restoreGeometry(QByteArray.fromBase64(str(kept.get("geometry", "")).encode("ascii")))
    sizes = kept.get("panes")
    if isinstance(sizes, list) and len(sizes) == panes.count() and sum(sizes) > 0:
        panes.setSizes([int(size) for size in sizes])
    side.show_page(str(kept.get("page", "")))
    listed = kept.get("list")
    if isinstance(listed, dict):
        articles.filter.ask(**_fields_of(listed))


def _kept(query: ArticleQuery) -> dict[str, Any]:
    """Return a query as JSON values; words that were looked for are not kept."""
    return {
        "statuses": sorted(query.statuses) if query.statuses else None,
        "tag": query.tag,
        "assigned": query.assigned,
        "flagged": query.flagged,
        "noted": query.noted,
        "order": query.order,
        "reverse": query.reverse,
    }


def _fields_of(kept: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a query that :func:`_kept` wrote; what is not known is left out."""
    fields: dict[str, Any] = {
        name: kept.get(name) is True for name in ("flagged", "noted", "reverse")
    }
    tag = kept.get("tag")
    fields["tag"] = tag if isinstance(tag, str) else None
    known = {str(status): status for status in ArticleStatus}
    statuses = kept.get("statuses")
    found = (
        frozenset(known[s] for s in statuses if s in known) if isinstance(statuses, list) else None
    )
    fields["statuses"] = found or None
    fields["assigned"] = next((a for a in Assigned if a == kept.get("assigned")), None)
    fields["order"] = next((o for o in Order if o == kept.get("order")), Order.ARRIVAL)
    return fields

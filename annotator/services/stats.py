"""The figures of a project as ``annotator stats --json`` prints them."""

from __future__ import annotations

from typing import Any

from annotator.core.quotes import QuoteType
from annotator.formats import FORMATS
from annotator.storage import ProjectReader


def project_stats(file: ProjectReader) -> dict[str, Any]:
    """Return the record of CONTRACTS ``stats --json``.

    Accepted entities count by label and accepted quotes by type. ``suggestions`` lists engines
    only: what a file brought in is not one's suggestion.
    """
    figures = file.statistics()
    formats = {format_.id for format_ in FORMATS}
    return {
        "articles": figures.articles,
        "entities": figures.entities,
        "quotes": {**{kind.value: 0 for kind in QuoteType}, **figures.quotes},
        "suggestions": {
            origin: counts
            for origin, counts in figures.suggestions.items()
            if origin not in formats
        },
    }

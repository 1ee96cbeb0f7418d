"""The keys of the project's own JSONL, and what stands for a missing one (CONTRACTS: JSONL)."""

from __future__ import annotations

from annotator.core.article import ArticleStatus
from annotator.core.entities import Status
from annotator.core.quotes import QuoteType

FORMAT = "annotator/1"
FORMAT_FAMILY = "annotator/"
OFFSET_UNIT = "codepoint"

ARTICLE_KEYS = frozenset(
    {
        "format",
        "id",
        "title",
        "text",
        "sha256",
        "offset_unit",
        "meta",
        "status",
        "annotator",
        "note",
        "flags",
        "entities",
        "quotes",
        "nonquotes",
        "verdicts",
    }
)
RECORD_KEYS = frozenset(
    {
        "id",
        "text",
        "status",
        "origin",
        "score",
        "annotator",
        "note",
        "created",
        "modified",
        "reasons",
        "flags",
    }
)
ENTITY_KEYS = RECORD_KEYS | {"start", "end", "label"}
QUOTE_LISTS = ("content", "cue", "verbatim")
QUOTE_SPANS = ("source", "speaker", "via", "addressee")
QUOTE_FLAGS = ("closed", "nonfact", "optional")
QUOTE_KEYS = RECORD_KEYS | {"type", "nested_in", *QUOTE_LISTS, *QUOTE_SPANS, *QUOTE_FLAGS}

ARTICLE_STATUSES = {str(status): status for status in ArticleStatus}
STATUSES = {str(status): status for status in Status}
QUOTE_TYPES = {str(kind): kind for kind in QuoteType}

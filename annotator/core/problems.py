"""What a report lists: one problem, with its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from annotator.core.making import maker
from annotator.core.messages import Message
from annotator.core.spans import Span
from annotator.core.visible import visible_name


class Severity(StrEnum):
    """How much a problem costs: nothing taken over, something changed, or worth a look."""

    REFUSED = "refused"
    CHANGED = "changed"
    NOTICE = "notice"


class Excerpt(NamedTuple):
    """What a span covers, and a little of what stands beside it.

    ``sha256`` is the identity of the article's text: ids may be there twice.
    """

    before: str
    text: str
    after: str
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of an import, export or check report.

    ``kind`` is a stable identifier for programs (``offsets``, ``overlap``, ``subword``, …),
    ``message`` the sentence for people. ``line`` counts from 1.
    """

    kind: str
    message: Message
    severity: Severity = Severity.REFUSED
    file: str = ""
    line: int | None = None
    article: str = ""
    span: Span | None = None
    record: str = ""
    excerpt: Excerpt | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the record that ``--json`` prints (CONTRACTS: JSON that commands report)."""
        record = {
            "file": self.file,
            "line": self.line,
            "article": self.article,
            "span": list(self.span) if self.span else None,
            "id": self.record or None,
            "kind": self.kind,
            "severity": str(self.severity),
            "message": str(self.message),
        }
        if self.excerpt is not None:
            before, text, after, _ = self.excerpt
            record |= {"text": text, "before": before, "after": after}
        return record

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        parts = [visible_name(part) for part in (place, self.article, self.record) if part]
        return f"{': '.join(parts)}: {self.message}" if parts else str(self.message)


make_problem = maker(Problem)
"""Makes a :class:`Problem`; for reports of what a format loses, span by span."""

"""What a reviewer decided where annotators differ: a record beside entities and quotes.

A verdict is changed by edits like every record, so that it is saved, undone and told in the
history together with the entities and quotes that it brought.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Choice(StrEnum):
    """What was decided about a disagreement.

    ``taken``: as some of the annotators have it (one of them, or several at once: "both").
    ``edited``: otherwise than any of them has it, by hand. ``neither``: none of theirs is right.
    ``nothing``: there is nothing to mark here. ``open``: nothing yet; why they differ was said
    before the decision.
    """

    TAKEN = "taken"
    EDITED = "edited"
    NEITHER = "neither"
    NOTHING = "nothing"
    OPEN = "open"


class Fault(StrEnum):
    """Why annotators came to differ, as the reviewer judges."""

    SLIP = "slip"
    GUIDELINE = "guideline"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A reviewer's decision about one disagreement.

    ``id`` is the disagreement's key, ``kind`` its kind (``boundary``, …) when it was decided.
    ``taken`` names the annotators whose records were taken; ``records`` are the ids of the
    entities or quotes that the verdict stands for in the reviewer's set. ``note`` says why in
    words, ``fault`` in one. ``by`` is the reviewer, ``at`` an ISO 8601 time in UTC.
    """

    id: str
    kind: str
    choice: Choice
    taken: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    fault: Fault | None = None
    note: str = ""
    by: str = ""
    at: str = ""


def decisive(verdict: Verdict | None) -> Verdict | None:
    """Return a verdict that decides something, None for one that only says why they differ."""
    return verdict if verdict is not None and verdict.choice is not Choice.OPEN else None

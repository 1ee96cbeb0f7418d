"""Values from JSON that is not to be trusted: each is of its type, or a Problem and a default."""

from __future__ import annotations

from math import isfinite
from typing import Any, NamedTuple, TypeVar

from annotator.core.entities import HUMAN, Reason
from annotator.core.graphemes import unusual_positions
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.problems import Problem, Severity
from annotator.core.spans import Span, span_fault, trimmed
from annotator.formats.json_items import Item

C = TypeVar("C", dict[str, Any], list[Any])

_SHOWN = 40
"""Characters of a wrong value that a report shows."""

_FAULTS = {
    "outside": QT_TRANSLATE_NOOP("messages", "{start} to {end} lies outside the text."),
    "empty": QT_TRANSLATE_NOOP("messages", "{start} to {end} is empty."),
    "grapheme": QT_TRANSLATE_NOOP("messages", "{start} to {end} cuts through a character."),
    "space": QT_TRANSLATE_NOOP("messages", "{start} to {end} is nothing but white space."),
}


class History(NamedTuple):
    """How a record came to be: the values that entities and quotes share."""

    origin: str
    score: float | None
    annotator: str | None
    note: str
    created: str
    modified: str
    reasons: tuple[Reason, ...]
    flags: tuple[str, ...]


class CheckedValues:
    """Reads values of one line's object; ``problems`` fills as it goes."""

    def __init__(self, file: str, line: int | None) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._line = line
        self._article = ""
        self._text = ""
        self._unusual: frozenset[int] = frozenset()

    # -- reports

    def refuse(self, kind: str, what: Message, record: str = "", span: Span | None = None) -> None:
        """Report something that is left out."""
        self._report(kind, what, Severity.REFUSED, record, span)

    def change(self, kind: str, what: Message, record: str = "", span: Span | None = None) -> None:
        """Report something that is taken otherwise than it stands in the file."""
        self._report(kind, what, Severity.CHANGED, record, span)

    def refuse_value(self, key: str, value: Any, record: str = "") -> None:
        """Report a value that cannot be used, and with it what it belongs to as left out."""
        what = QT_TRANSLATE_NOOP("messages", "{key} cannot be {value}; left out.")
        self.refuse(key, message(what, key=key, value=_shown(value)), record)

    def change_value(self, key: str, value: Any, record: str = "") -> None:
        """Report a value that cannot be used; its default stands in."""
        what = QT_TRANSLATE_NOOP("messages", "{key} cannot be {value}; the default is taken.")
        self.change(key, message(what, key=key, value=_shown(value)), record)

    def _report(
        self, kind: str, what: Message, severity: Severity, record: str, span: Span | None
    ) -> None:
        self.problems.append(
            Problem(kind, what, severity, self._file, self._line, self._article, span, record)
        )

    # -- values

    def item(self, item: Item) -> Any:
        """Return the value of an item of the file, None when it is none."""
        if item.fault is not None:
            self.problems.append(item.fault)
            return None
        if item.not_finite:
            what = QT_TRANSLATE_NOOP("messages", "{value} is no JSON number; null is taken.")
            self.change("number", message(what, value=item.not_finite))
        return item.value

    def string(self, data: dict[str, Any], key: str, default: str, record: str = "") -> str:
        """Return a string; numbers are taken as they are written, null as the default."""
        value = data.get(key)
        if type(value) is str:
            return value
        if value is None:
            return default
        if type(value) is int:
            return str(value)
        self.change_value(key, value, record)
        return default

    def container(self, data: dict[str, Any], key: str, kind: type[C], record: str = "") -> C:
        """Return a list or object; a missing one is empty."""
        value = data.get(key)
        if type(value) is kind:
            return value
        if value is not None:
            self.change_value(key, value, record)
        return kind()

    def flag(self, data: dict[str, Any], key: str, *, default: bool, record: str) -> bool:
        """Return a boolean."""
        value = data.get(key)
        if type(value) is bool:
            return value
        if value is not None:
            self.change_value(key, value, record)
        return default

    def score(self, value: Any, record: str) -> float | None:
        """Return a finite number or None."""
        if value is None:
            return None
        if type(value) in (int, float) and abs(value) < 1e300 and isfinite(value):
            return float(value)
        self.change_value("score", value, record)
        return None

    def reasons(self, data: dict[str, Any], record: str) -> tuple[Reason, ...]:
        """Return who suggested a record and why; an entry that is no reason is reported."""
        reasons = []
        for value in self.container(data, "reasons", list, record):
            if type(value) is not dict or type(value.get("origin")) is not str:
                self.change_value("reasons", value, record)
                continue
            score = self.score(value.get("score"), record)
            reasons.append(Reason(value["origin"], score, self.string(value, "rule", "", record)))
        return tuple(reasons)

    def flags(self, data: dict[str, Any], record: str = "") -> tuple[str, ...]:
        """Return the flags of a record or of the article, each once; what is none is reported."""
        flags: list[str] = []
        for value in self.container(data, "flags", list, record):
            if type(value) is not str or not value:
                self.change_value("flags", value, record)
            elif value not in flags:
                flags.append(value)
        return tuple(flags)

    def history(self, data: dict[str, Any], record: str) -> History:
        """Return what entities and quotes have in common."""
        annotator = data.get("annotator")
        return History(
            self.string(data, "origin", HUMAN, record),
            self.score(data.get("score"), record),
            annotator if annotator is None else self.string(data, "annotator", "", record),
            self.string(data, "note", "", record),
            self.string(data, "created", "", record),
            self.string(data, "modified", "", record),
            self.reasons(data, record) if "reasons" in data else (),
            self.flags(data, record) if "flags" in data else (),
        )

    # -- spans

    def of_text(self, text: str) -> None:
        """Check spans against this text from now on."""
        self._text = text
        self._unusual = unusual_positions(text)

    def is_valid(self, start: int, end: int) -> bool:
        """Whether a span is valid; what :func:`span_fault` says, many times faster."""
        text = self._text
        if not 0 <= start < end <= len(text) or text[start].isspace() or text[end - 1].isspace():
            return False
        unusual = self._unusual
        if not unusual or unusual.isdisjoint((start - 1, start, end - 1, end)):
            return True
        return span_fault(text, Span(start, end)) is None

    def span(self, start: Any, end: Any, quoted: Any, record: str, part: str) -> Span | None:
        """Return a valid span, or None when it is refused.

        ``quoted`` is what the file says the span covers; None, when it does not say. An edge on
        white space or inside a grapheme is moved, and reported.
        """
        if type(start) is not int or type(end) is not int:
            self.refuse_value(part, [start, end], record)
            return None
        span = Span(start, end)
        if self.is_valid(start, end) and quoted in (None, self._text[start:end]):
            return span
        fault = span_fault(self._text, span)
        if fault is None or fault in ("space", "grapheme"):
            covered = self._text[start:end]
            if quoted is not None and quoted != covered:
                what = QT_TRANSLATE_NOOP(
                    "messages", "The text at {start} to {end} is {found}, not {stated}; left out."
                )
                args = {"found": _shown(covered), "stated": _shown(quoted)}
                self.refuse("offsets", message(what, start=start, end=end, **args), record, span)
                return None
        if fault is None:
            return span
        moved = trimmed(self._text, span) if fault in ("space", "grapheme") else None
        if moved is None:
            useless = message(_FAULTS[fault], start=_shown(start), end=_shown(end))
            self.refuse("offsets", useless, record, span)
            return None
        what = QT_TRANSLATE_NOOP("messages", "{start} to {end} is moved to {first} to {last}.")
        move = message(what, start=start, end=end, first=moved.start, last=moved.end)
        self.change(fault, move, record, moved)
        return moved

    def spans(self, data: dict[str, Any], key: str, record: str) -> tuple[Span, ...]:
        """Return the valid spans of a list of pairs; a single pair counts as a list of one."""
        pairs = self.container(data, key, list, record)
        if len(pairs) == 2 and all(type(value) is int for value in pairs):
            pairs = [pairs]
        found = (self.pair(pair, None, record, key) for pair in pairs)
        return tuple(span for span in found if span is not None)

    def pair(self, value: Any, quoted: Any, record: str, part: str) -> Span | None:
        """Return the valid span of a ``[start, end]`` pair."""
        if type(value) is not list or len(value) != 2:
            self.refuse_value(part, value, record)
            return None
        return self.span(value[0], value[1], quoted, record, part)


def _shown(value: Any) -> str:
    text = str(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"

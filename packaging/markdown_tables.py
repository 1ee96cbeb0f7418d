"""Tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table_lines(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a table's lines; each row has a cell a head, in Markdown."""
    return [_line(heads), _line(["---"] * len(heads)), *map(_line, rows)]


def escaped(text: str) -> str:
    """Return plain text as it stands in a cell."""
    one_line = " ".join(text.split())
    return one_line.replace("|", r"\|").replace("<", r"\<").replace("*", r"\*")


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"

"""The rows of a file of tokens, a sentence at a time: there are hundreds an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.formats.source import Source


def row_runs(
    source: Source, special: tuple[str, ...]
) -> Iterator[tuple[int, Sequence[str | None]]]:
    """Yield lines with the number of the first, those of a sentence together.

    Those that come together are rows: none is blank, undecoded (None), or begins with one of
    ``special``. Any other line comes by itself.

    Raises:
        UserError, OSError: as :meth:`Source.lines` does.
    """
    for number, texts in source.line_lists():
        at = 0
        while at < len(texts):
            while at < len(texts) and _is_alone(texts[at], special):
                yield number + at, texts[at : at + 1]
                at += 1
            rows = texts[at : _empty_from(texts, at)]
            if _are_rows(rows, special):
                yield number + at, rows
            else:
                yield from ((number + at + place, [row]) for place, row in enumerate(rows))
            at += len(rows)


def _is_alone(text: str | None, special: tuple[str, ...]) -> bool:
    return not text or text.startswith(special)


def _empty_from(texts: list[str | None], at: int) -> int:
    try:
        return texts.index("", at)
    except ValueError:
        return len(texts)


def _are_rows(texts: Sequence[str | None], special: tuple[str, ...]) -> bool:
    rows = [text for text in texts if text and not text.isspace()]
    joint = "\n".join(["", *rows])
    return 0 < len(rows) == len(texts) and not any(f"\n{sign}" in joint for sign in special)

"""Warnings about quotes that look inconsistent. They stop nobody (issue kinds are stable names)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.arabic.marks import Marked, marked_strings
from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Status
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.problems import Problem, Severity
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span


def quote_warnings(
    state: AnnotatedArticle, marked: Sequence[Marked] | None = None
) -> list[Problem]:
    """Return the warnings for the quotes of ``state`` that are not rejected, in reading order.

    Kinds: ``unbalanced_marks``, ``speaker_inside``, ``no_speaker``, ``overlap``. ``marked`` are
    the text's marked strings when they are at hand.
    """
    strings = marked_strings(state.text) if marked is None else marked
    quotes = [quote for quote in state.quotes if quote.status is not Status.REJECTED]
    places = [(*string.outer, string) for string in strings]
    problems: list[Problem] = []
    for quote in quotes:
        first, last = quote.extent
        near = [string for start, end, string in places if start < last and first < end]
        problems += (*_unbalanced(quote, near), *_inside(quote), *_unspoken(quote))
    problems += _overlaps(quotes)
    return sorted(problems, key=lambda problem: problem.span or Span(0, 0))


def _unbalanced(quote: Quote, marked: Sequence[Marked]) -> Iterator[Problem]:
    crossed = [
        part for part in quote.content if any(string.outer.crosses(part) for string in marked)
    ]
    half = [
        part
        for part in quote.content
        for string in marked
        if part.covers(string.inside) and part.overlaps(string.outer)
        and not part.covers(string.outer) and part != string.inside and string.closed
    ]  # fmt: skip
    for part in (crossed or half)[:1]:
        yield _warning(
            "unbalanced_marks",
            message(
                QT_TRANSLATE_NOOP(
                    "messages",
                    "The content takes in one quotation mark and leaves its partner out.",
                )
            ),
            quote,
            part,
        )


def _inside(quote: Quote) -> Iterator[Problem]:
    for span in dict.fromkeys((quote.source, quote.speaker)):
        if span is not None and any(part.overlaps(span) for part in quote.content):
            yield _warning(
                "speaker_inside",
                message(QT_TRANSLATE_NOOP("messages", "The speaker stands inside what is quoted.")),
                quote,
                span,
            )
            return


def _unspoken(quote: Quote) -> Iterator[Problem]:
    if quote.type is QuoteType.DIRECT and quote.source is None and quote.speaker is None:
        yield _warning(
            "no_speaker",
            message(QT_TRANSLATE_NOOP("messages", "A direct quote without a speaker.")),
            quote,
            quote.extent,
        )


def _overlaps(quotes: Sequence[Quote]) -> Iterator[Problem]:
    ordered = sorted(quotes, key=lambda quote: quote.sort_key)
    for index, first in enumerate(ordered):
        for second in ordered[index + 1 :]:
            if second.extent.start >= first.extent.end:
                break
            if _share(first, second) and not _is_nested(first, second, quotes):
                yield _warning(
                    "overlap",
                    message(
                        QT_TRANSLATE_NOOP(
                            "messages",
                            "Overlaps quote {other}, and neither is nested in the other.",
                        ),
                        other=first.id,
                    ),
                    second,
                    second.extent,
                )


def _share(first: Quote, second: Quote) -> bool:
    return any(a.overlaps(b) for a in first.content for b in second.content)


def _is_nested(first: Quote, second: Quote, quotes: Sequence[Quote]) -> bool:
    outer = {quote.id: quote.nested_in for quote in quotes}
    return _reaches(first.id, second.id, outer) or _reaches(second.id, first.id, outer)


def _reaches(inner: str, wanted: str, outer: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    at: str | None = inner
    while at is not None and at not in seen:
        seen.add(at)
        at = outer.get(at)
        if at == wanted:
            return True
    return False


def _warning(kind: str, text: Message, quote: Quote, span: Span) -> Problem:
    return Problem(kind, text, Severity.NOTICE, span=span, record=quote.id)

"""The page around a report: head, what it is about, and its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from annotator.bundled import resource
from annotator.core.messages import Message
from annotator.review.report.voice import Voice

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page_start(title: Message, facts: Sequence[tuple[Message, str]], voice: Voice) -> Iterator[str]:
    """Yield the page up to its first heading and facts, of which the second part is HTML."""
    name = voice.say(title)
    yield f'<!DOCTYPE html>\n<html lang="{escape(voice.language)}" dir="{voice.direction}">\n'
    yield '<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{name}</title>\n<style>\n"
    yield resource("html", "report.css").read_text(encoding="utf-8")
    yield f"</style>\n</head>\n<body>\n<h1>{name}</h1>\n<dl class='facts'>\n"
    for term, value in facts:
        yield f"<dt>{voice.say(term)}</dt><dd>{value}</dd>\n"
    yield "</dl>\n"


def page_end() -> str:
    """Return the end of the page."""
    return "</body>\n</html>\n"

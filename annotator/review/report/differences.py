"""Each difference of an article: its place, what each annotator has, and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Entity
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.quotes import Quote
from annotator.core.verdicts import Choice, Verdict, decisive
from annotator.review.merging import RULES
from annotator.review.records import (
    Disagreement,
    Kind,
    MatchedArticle,
    Record,
    Side,
    identity,
)
from annotator.review.report.context import in_context, shortened
from annotator.review.report.voice import Voice
from annotator.review.words import CHOICES, EDGES, FAULTS, KINDS, NOTHING_MARKED, TYPES

_NAMES = "{names}"
_BY_RULE = Message(QT_TRANSLATE_NOOP("messages", "By the rule"))
_BY = Message(QT_TRANSLATE_NOOP("messages", "Decided by"))
_NOW = Message(QT_TRANSLATE_NOOP("messages", "In the result"))
_WHY = Message(QT_TRANSLATE_NOOP("messages", "Why"))
_CUE = Message(QT_TRANSLATE_NOOP("messages", "Cue"))
_SPEAKER = Message(QT_TRANSLATE_NOOP("messages", "Speaker"))
_NONE = Message(QT_TRANSLATE_NOOP("messages", "none"))


class Decided(NamedTuple):
    """What became of a disagreement: the verdict, and the records that it brought.

    ``rule`` is the id of the merge rule where that decided.
    """

    verdict: Verdict | None
    records: tuple[Record, ...] = ()
    rule: str = ""


def decided(found: Disagreement, own: AnnotatedArticle | None) -> Decided:
    """Return what the reviewer, whose set ``own`` is, decided about a disagreement."""
    verdict = own.verdict(found.key) if own is not None else None
    if own is None or verdict is None:
        return Decided(None)
    records: Iterable[Record] = own.quotes if found.is_quote else own.entities
    return Decided(verdict, tuple(r for r in records if r.id in set(verdict.records)))


def difference_list(
    matched: MatchedArticle,
    found: Iterable[tuple[Disagreement, Decided]],
    voice: Voice,
    *,
    is_review: bool,
    number: int = 0,
) -> Iterator[str]:
    """Yield the differences of an article under its name; nothing where there are none.

    Those who have the same are told together. ``number`` is what links lead to (:func:`anchor`).
    """
    text = matched.article.text
    opened = False
    for disagreement, outcome in found:
        if not opened:
            name = matched.article.title or matched.article.id
            at = f' id="{anchor(number)}"' if number else ""
            yield f'<section class="article"{at}>\n<h3><bdi>{escape(name)}</bdi></h3>\n'
            opened = True
        yield '<div class="difference">\n'
        yield f"<h4>{_heading(disagreement, voice)}</h4>\n"
        yield in_context(text, disagreement, voice)
        yield f'<dl class="sides">\n{"".join(_sides(text, disagreement, voice))}</dl>\n'
        if is_review:
            yield _verdict(text, outcome, voice)
        yield "</div>\n"
    if opened:
        yield "</section>\n"


def anchor(number: int) -> str:
    """Return what the differences of an article are called in links."""
    return f"a{number}"


def record_told(text: str, record: Record | None, voice: Voice) -> str:
    """Return a record in one line: its label and string, or all that a quote is compared by."""
    if isinstance(record, Entity):
        chip = f'<span class="label" style="--c:{voice.colour(record.label)}">'
        return f"{chip}{voice.label(record.label)}</span> {shortened(record.span.of(text))}"
    if isinstance(record, Quote):
        return " · ".join(_quote_told(text, record, voice))
    return f'<span class="faint">{voice.say(NOTHING_MARKED)}</span>'


def _quote_told(text: str, quote: Quote, voice: Voice) -> Iterator[str]:
    yield f'<span class="label" style="--c:var(--quote)">{voice.say(TYPES[quote.type])}</span>'
    yield " … ".join(shortened(part.of(text)) for part in quote.content)
    cue = " … ".join(shortened(part.of(text)) for part in quote.cue) or voice.say(_NONE)
    yield f"{voice.say(_CUE)}: {cue}"
    speaker = shortened(quote.source.of(text)) if quote.source else voice.say(_NONE)
    yield f"{voice.say(_SPEAKER)}: {speaker}"


def _heading(found: Disagreement, voice: Voice) -> str:
    kinds = " · ".join(voice.say(KINDS[kind]) for kind in found.kinds)
    if found.kind is not Kind.BOUNDARY:
        return kinds
    edges = dict.fromkeys(voice.say(EDGES[edge.kind]) for edge in found.edges)
    return f'{kinds} <span class="faint">({" · ".join(edges)})</span>'


def _sides(text: str, found: Disagreement, voice: Voice) -> Iterator[str]:
    same: dict[object, list[tuple[int, Side]]] = {}
    for row, side in enumerate(found.sides):
        same.setdefault(identity(side.record), []).append((row, side))
    for sides in same.values():
        who = " ".join(_side(row, side.annotator, voice) for row, side in sides)
        yield f"<dt>{who}</dt><dd>{record_told(text, sides[0][1].record, voice)}</dd>\n"


def _side(row: int, annotator: str, voice: Voice) -> str:
    letter = f'<b class="letter row-{min(row, 5)}">{voice.letter(annotator)}</b>'
    return letter if voice.anonymous else f"{letter} {voice.name(annotator)}"


def _verdict(text: str, outcome: Decided, voice: Voice) -> str:
    verdict = outcome.verdict
    if verdict is None:
        return f'<p class="verdict open">{voice.say(CHOICES[Choice.OPEN])}</p>\n'
    parts = [f"<b>{_choice(verdict, voice)}</b>"]
    if verdict.choice is Choice.EDITED:
        now = " ، ".join(record_told(text, record, voice) for record in outcome.records)
        parts.append(f"{voice.say(_NOW)}: {now or voice.say(NOTHING_MARKED)}")
    if outcome.rule in RULES:
        parts.append(f"{voice.say(_BY_RULE)}: {voice.say(RULES[outcome.rule].name)}")
    if verdict.fault is not None:
        parts.append(voice.say(FAULTS[verdict.fault]))
    if verdict.note:
        parts.append(f"{voice.say(_WHY)}: <bdi>{escape(verdict.note)}</bdi>")
    if verdict.by and decisive(verdict) and not voice.anonymous:
        parts.append(f'<span class="faint">{voice.say(_BY)} <bdi>{escape(verdict.by)}</bdi></span>')
    kind = "verdict" if decisive(verdict) else "verdict open"
    return f'<p class="{kind}">{" · ".join(parts)}</p>\n'


def _choice(verdict: Verdict, voice: Voice) -> str:
    # The names are HTML already; so they go in after what stands around them is escaped.
    around = voice.told(Message(CHOICES[verdict.choice].text, {"names": _NAMES}))
    known = [name for name in verdict.taken if name in voice.annotators]
    return voice.names(known).join(map(escape, around.split(_NAMES)))

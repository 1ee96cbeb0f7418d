"""What the guidelines leave open, as a list in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.plain_markdown import plain_markdown
from annotator.core.verdicts import Verdict
from annotator.review.records import Disagreement, Record
from annotator.review.report.context import around
from annotator.review.report.voice import Voice
from annotator.review.words import CHOICES, KINDS, NOTHING_MARKED, TYPES

_TITLE = Message(QT_TRANSLATE_NOOP("messages", "What the guidelines leave open"))

Gap = tuple[Article, tuple[Disagreement, Verdict]]


def gaps_page(gaps: Iterable[Gap], voice: Voice) -> Iterator[str]:
    """Yield the lines of the list, an item for each place, its kind and what was decided."""
    yield f"# {voice.told(_TITLE)}"
    yield ""
    for article, (found, verdict) in gaps:
        kinds = ", ".join(voice.told(KINDS[kind]) for kind in found.kinds)
        yield f"- **{plain_markdown(found.extent.of(article.text))}** ({kinds})"
        if verdict.note:
            yield f"  - {plain_markdown(verdict.note)}"
        yield f"  - {_decided(verdict, voice)}"
        for side in found.sides:
            yield f"  - {voice.letter(side.annotator)}: {_told(article, side.record, voice)}"
        place = around(article.text, found.extent).of(article.text)
        yield f"  - … {plain_markdown(place)} … ({plain_markdown(article.title or article.id)})"


def _decided(verdict: Verdict, voice: Voice) -> str:
    taken = [voice.letter(name) for name in verdict.taken if name in voice.annotators]
    return voice.told(Message(CHOICES[verdict.choice].text, {"names": ", ".join(taken)}))


def _told(article: Article, record: Record | None, voice: Voice) -> str:
    if record is None:
        return voice.told(NOTHING_MARKED)
    if isinstance(record, Entity):
        label = voice.labels.get(record.label)
        name = label.name(voice.language) if label else record.label
        return f"{plain_markdown(name)} «{plain_markdown(record.span.of(article.text))}»"
    return f"{voice.told(TYPES[record.type])} «{plain_markdown(record.extent.of(article.text))}»"

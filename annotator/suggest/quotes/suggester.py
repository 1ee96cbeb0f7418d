"""The quotes engine: reads an article with the entities found so far, gives quotes back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.arabic.folding import fold
from annotator.core.article import Article
from annotator.core.entities import Reason, Status
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.progress import Progress
from annotator.core.quotes import Quote
from annotator.core.spans import Span, span_fault
from annotator.suggest.base import READY, Availability, Found
from annotator.suggest.quotes.cued import find_drafts
from annotator.suggest.quotes.drafts import Draft, SentenceDrafts
from annotator.suggest.quotes.leftover import headline, uncued
from annotator.suggest.quotes.lexicon import Lexicon, lexicon
from annotator.suggest.quotes.nesting import nested
from annotator.suggest.quotes.people import People
from annotator.suggest.quotes.ranking import Chooser, shipped_ranker
from annotator.suggest.quotes.reading import Reading
from annotator.suggest.quotes.sources import Speakers

ORIGIN = "quotes"
"""The origin of what this engine suggests."""


class QuoteSuggester:
    """Direct, mixed and indirect quotes by rule, with cue, source and speaker."""

    def __init__(self, chooser: Chooser | None = None) -> None:
        self._chooser = chooser

    @property
    def id(self) -> str:
        """See :class:`annotator.suggest.base.Suggester`."""
        return ORIGIN

    @property
    def name(self) -> Message:
        """What people call it."""
        return message(QT_TRANSLATE_NOOP("messages", "Quotes by rule"))

    def availability(self) -> Availability:
        """It needs nothing beside the program."""
        return READY

    def suggest(self, article: Article, found: Found, progress: Progress) -> Found:
        """Return quotes and the marked strings that are none, read with ``found.entities``.

        Raises:
            Cancelled: cancel was asked for.
        """
        words = lexicon()
        reading = Reading(article.text, found.entities, words)
        chooser = self._chooser or shipped_ranker()
        drafts = _narrated(reading, words, chooser, progress)
        drafts += _quoted(reading, words, chooser, drafts)
        sources = [draft.source for draft in drafts if draft.source is not None]
        people = People(article.text, reading.entities, sources)
        quotes = nested(_quote(draft, number, people, words) for number, draft in enumerate(drafts))
        valid = tuple(quote for quote in quotes if _is_valid(article.text, quote))
        return Found(quotes=valid, nonquotes=_nonquotes(reading, valid))


def _narrated(
    reading: Reading, words: Lexicon, chooser: Chooser, progress: Progress
) -> list[Draft]:
    sentences: list[SentenceDrafts] = []
    for sentence in reading.narration():
        progress.check()
        sentences.append(find_drafts(sentence, words))
    known = _speaking_words(reading.text, sentences)
    speakers = Speakers(words, chooser)
    drafts: list[Draft] = []
    for number, found in enumerate(sentences, start=1):
        head = headline(found, known)
        if head is not None:
            found.drafts.append(head)
        found.drafts.extend(uncued(found))
        found.drafts.sort(key=lambda draft: draft.first)
        following = sentences[number].sentence if number < len(sentences) else None
        speakers.resolve(found.sentence, found.drafts, found.cues, following)
        drafts += found.drafts
    return drafts


def _speaking_words(text: str, sentences: Iterable[SentenceDrafts]) -> frozenset[str]:
    return frozenset(
        fold(draft.source.span.of(text)).split()[-1]
        for found in sentences
        for draft in found.drafts
        if draft.source is not None and draft.source.named
    )


def _quoted(
    reading: Reading, words: Lexicon, chooser: Chooser, around: Sequence[Draft]
) -> list[Draft]:
    """Return reports inside what is quoted in marks. Only direct ones count as certain."""
    drafts: list[Draft] = []
    held = {part.start for draft in around for part in draft.verbatim}
    for sentence in reading.quoted():
        if sentence.quoted_at not in held:
            continue
        found = find_drafts(sentence, words)
        inner = [
            draft
            for draft in found.drafts
            if draft.cue is not None
            and draft.rule != "post-posed"
            and not draft.cue.agreement.first_person
        ]
        Speakers(words, chooser).resolve(sentence, inner, found.cues)
        for draft in inner:
            draft.score *= 0.6
            draft.optional = draft.rule not in ("colon", "mark")
        drafts += inner
    return drafts


def _quote(draft: Draft, number: int, people: People, words: Lexicon) -> Quote:
    source = draft.source
    score = round(draft.score, 2)
    return Quote(
        id=f"q{number + 1}",
        type=draft.type,
        content=draft.content,
        cue=tuple(draft.cue_spans),
        source=source.span if source is not None else None,
        speaker=people.fullest(source, words) if source is not None else None,
        verbatim=draft.verbatim,
        closed=draft.closed,
        via=draft.via,
        addressee=draft.addressee,
        nonfact=draft.nonfact,
        optional=draft.optional,
        status=Status.SUGGESTED,
        origin=ORIGIN,
        score=score,
        reasons=(Reason(ORIGIN, score, draft.rule),),
    )


def _is_valid(text: str, quote: Quote) -> bool:
    return all(span_fault(text, span) is None for _, span in quote.spans())


def _nonquotes(reading: Reading, quotes: Sequence[Quote]) -> tuple[Span, ...]:
    """Return the outermost marked strings that no quote takes as verbatim."""
    verbatim = {part.start for quote in quotes for part in quote.verbatim}
    return tuple(
        marked.inside
        for marked in reading.marked
        if marked.closed and marked.depth == 0 and marked.inside.start not in verbatim
    )

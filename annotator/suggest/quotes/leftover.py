"""Quotations that no cue announces: headlines, sentences in marks, marks whose cue is lost."""

from __future__ import annotations

from annotator.core.quotes import QuoteType
from annotator.suggest.quotes.drafts import Draft, SentenceDrafts, content_of
from annotator.suggest.quotes.lexicon import Lexicon
from annotator.suggest.quotes.marked import is_name, is_short, speaks, word_count
from annotator.suggest.quotes.mentions import Mention, mention_in
from annotator.suggest.quotes.reading import Item, Kind, Sentence

_HEADLINE_WORDS = 6
_SPOKEN_WORDS = 5
_LONG_WORDS = 7
_LOST_CUE_WORDS = 4


def headline(found: SentenceDrafts, known: frozenset[str]) -> Draft | None:
    """Return the quote of ``X: …`` at the start of a sentence, X a speaker of up to six words.

    Without marks X must be a person, a title, a group or one of ``known``, the folded words that
    name speakers elsewhere in the article: القاهرة: is a place, not a speaker.
    """
    sentence, lexicon = found.sentence, found.lexicon
    colon = next(
        (i for i, item in enumerate(sentence.items[: _HEADLINE_WORDS + 1]) if _is_colon(item)), 0
    )
    if not 0 < colon < len(sentence.items) - 1 or found.drafts or _holds_cue(found, colon):
        return None
    if not all(item.is_word for item in sentence.items[:colon]):
        return None
    if lexicon.has("listing", sentence.word(colon - 1)):
        return None
    source = mention_in(sentence, 0, colon, lexicon)
    if sentence.kind(colon + 1) is Kind.MARK:
        draft = _direct(sentence, colon + 1, "headline", 0.85)
    elif source is not None and _can_speak(sentence, colon, lexicon, known):
        draft = found.bare(colon + 1)
        if draft is not None:
            draft.rule = "headline-bare"
    else:
        draft = None
    if draft is not None:
        draft.source = source
    return draft


def _is_colon(item: Item) -> bool:
    return item.kind is Kind.COLON


def _holds_cue(found: SentenceDrafts, colon: int) -> bool:
    return any(cue.first < colon for cue in found.cues)


def _can_speak(sentence: Sentence, colon: int, lexicon: Lexicon, known: frozenset[str]) -> bool:
    head = sentence.word(0)
    return (
        any(
            item.entity is not None and item.entity.label in ("PER", "ORG")
            for item in sentence.items[:colon]
        )
        or lexicon.has_base("titles", head)
        or lexicon.has_base("speakers", head)
        or sentence.word(colon - 1) in known
    )


def uncued(found: SentenceDrafts) -> list[Draft]:
    """Return quotes of the marked strings that no draft of the sentence holds."""
    drafts: list[Draft] = []
    sentence, lexicon = found.sentence, found.lexicon
    for index, item in enumerate(sentence.items):
        taken = any(d.first <= index < d.last for d in (*found.drafts, *drafts))
        if item.marked is None or taken or is_name(sentence, index, lexicon):
            continue
        draft = _uncued(found, index, item)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _uncued(found: SentenceDrafts, index: int, item: Item) -> Draft | None:
    sentence, lexicon = found.sentence, found.lexicon
    assert item.marked is not None
    words = word_count(sentence.text, item.marked.inside)
    if index > 0 and sentence.kind(index - 1) is Kind.COLON:
        if lexicon.has("listing", sentence.word(index - 2)) and words < _LOST_CUE_WORDS:
            return None
        return _with_subject(found, _direct(sentence, index, "colon", 0.7), index)
    if _stands_alone(sentence, index) and words >= 2:
        return _direct(sentence, index, "standalone", 0.7)
    if index == 0 and words >= _LOST_CUE_WORDS and _resumes(sentence):
        return _with_subject(found, _direct(sentence, index, "standalone", 0.6), None)
    if is_short(sentence, item):
        return None
    spoken = words >= _SPOKEN_WORDS and speaks(sentence.text, item.marked.inside, lexicon)
    subject = _subject(found, index)
    governed = sentence.word(index - 1) in lexicon.words["governing"]
    lost = words >= _LOST_CUE_WORDS and governed and subject is not None and _opens(sentence)
    if not (spoken or lost or words >= _LONG_WORDS):
        return None
    draft = _direct(sentence, index, "first-person" if spoken else "no-cue", 0.5 if spoken else 0.4)
    if draft is not None:
        draft.type = QuoteType.MIXED
        draft.source = subject
    return draft


def _direct(sentence: Sentence, index: int, rule: str, score: float) -> Draft | None:
    marked = sentence.items[index].marked
    assert marked is not None
    content = content_of(sentence.text, marked)
    if not content:
        return None
    return Draft(
        content, QuoteType.DIRECT, rule, score, index, index + 1,
        verbatim=content, closed=marked.closed,
    )  # fmt: skip


def _with_subject(found: SentenceDrafts, draft: Draft | None, index: int | None) -> Draft | None:
    if draft is not None:
        draft.source = _subject(found, index)
    return draft


def _subject(found: SentenceDrafts, before: int | None) -> Mention | None:
    """Return the first person of the sentence (before item ``before``)."""
    sentence = found.sentence
    for index, item in enumerate(sentence.items[:before]):
        if item.entity is not None and item.entity.label == "PER":
            return mention_in(sentence, index, len(sentence.items), found.lexicon)
    return None


def _stands_alone(sentence: Sentence, index: int) -> bool:
    return index == 0 and all(item.kind is Kind.STOP for item in sentence.items[1:])


def _resumes(sentence: Sentence) -> bool:
    """Whether the narrator goes on behind a comma or dash: "…"، بهذه الكلمات ودع."""
    return sentence.kind(1) in (Kind.COMMA, Kind.OTHER, Kind.STOP)


def _opens(sentence: Sentence) -> bool:
    """Whether the sentence begins with a person or title: its verb may have been lost."""
    return any(
        item.entity is not None and item.entity.label == "PER" for item in sentence.items[:7]
    )

"""Quotations that no cue announces: headlines, sentences in marks, marks whose cue is lost."""

from __future__ import annotations

from annotator.core.quotes import QuoteType
from annotator.suggest.quotes.cast import cast_of
from annotator.suggest.quotes.drafts import Draft, SentenceDrafts
from annotator.suggest.quotes.lexicon import Lexicon
from annotator.suggest.quotes.marked import is_name, speaks, word_count
from annotator.suggest.quotes.mentions import Mention, mention_in
from annotator.suggest.quotes.reading import Item, Kind, Sentence

_HEADLINE_WORDS = 6
_SPOKEN_WORDS = 5
_LONG_WORDS = 7
_CLAUSE_WORDS = 4
_OPENING_ITEMS = 7


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
        draft = found.marked(colon + 1, "headline", 0.85)
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
            _deny(found, draft, index)
            drafts.append(draft)
    return drafts


def _deny(found: SentenceDrafts, draft: Draft, index: int) -> None:
    """Say so when the marks at ``index`` hold what was not said: لم يقل الوزير: "…"."""
    sentence = found.sentence
    before = [cue for cue in found.cues if cue.last <= index]
    if not before or not before[-1].negated:
        return
    cue = before[-1]
    if any(sentence.kind(at) is Kind.COMMA for at in range(cue.last, index)):
        return
    draft.nonfact, draft.cue = True, cue
    draft.cue_spans.append(cue.span)
    draft.source = mention_in(sentence, cue.last, index, found.lexicon)


def _uncued(found: SentenceDrafts, index: int, item: Item) -> Draft | None:
    sentence = found.sentence
    assert item.marked is not None
    words = word_count(sentence.text, item.marked.inside)
    if sentence.kind(index - 1) is Kind.COLON:
        listed = found.lexicon.has("listing", sentence.word(index - 2))
        draft = None if listed and words < _CLAUSE_WORDS else found.marked(index, "colon", 0.7)
        subject = _subject(found, sentence.items[index].span.start)
    elif index == 0 and words > 1 and _is_all(sentence):
        draft, subject = found.marked(index, "standalone", 0.7), None
    elif index == 0 and words >= _CLAUSE_WORDS and _resumes(sentence):
        draft, subject = found.marked(index, "standalone", 0.6), _subject(found)
    else:
        subject = _subject(found, sentence.items[index].span.start)
        draft = _unannounced(found, index, words, subject)
    if draft is not None:
        draft.source = subject
    return draft


def _unannounced(
    found: SentenceDrafts, index: int, words: int, subject: Mention | None
) -> Draft | None:
    """Marks in the middle of a narrated sentence, without a cue: long, or in the first person."""
    sentence, lexicon = found.sentence, found.lexicon
    marked = sentence.items[index].marked
    assert marked is not None
    spoken = words >= _SPOKEN_WORDS and speaks(sentence.text, marked.inside, lexicon)
    # A headline verb may be lost: وزير الخارجية فلان البلدين إلى "إنهاء أعمال العنف".
    governed = sentence.word(index - 1) in lexicon.words["governing"]
    opening = sentence.items[min(_OPENING_ITEMS, len(sentence.items) - 1)].span.start
    lost = governed and subject is not None and subject.span.start < opening
    if not (spoken or words >= _LONG_WORDS or (lost and words >= _CLAUSE_WORDS)):
        return None
    rule, score = ("first-person", 0.5) if spoken else ("no-cue", 0.4)
    draft = found.marked(index, rule, score)
    if draft is not None:
        draft.type = QuoteType.MIXED
    return draft


def _subject(found: SentenceDrafts, before: int | None = None) -> Mention | None:
    """Return the first person of the sentence (who starts before code point ``before``)."""
    return next(
        (
            role.mention
            for role in cast_of(found.sentence, found.lexicon)
            if role.label == "PER"
            and not role.oblique
            and (before is None or role.mention.span.end <= before)
        ),
        None,
    )


def _is_all(sentence: Sentence) -> bool:
    return all(item.kind is Kind.STOP for item in sentence.items[1:])


def _resumes(sentence: Sentence) -> bool:
    """Whether the narrator goes on behind a comma or dash: "…"، بهذه الكلمات ودع."""
    return sentence.kind(1) in (Kind.COMMA, Kind.OTHER, Kind.STOP)

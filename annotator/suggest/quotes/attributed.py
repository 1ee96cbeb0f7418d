"""Quotes that a phrase attributes: بحسب فلان, وفقاً لبيان, على حد قوله; before or after them."""

from __future__ import annotations

from dataclasses import replace

from annotator.core.quotes import QuoteType
from annotator.core.spans import Span, trimmed
from annotator.suggest.quotes.cues import Cue
from annotator.suggest.quotes.drafts import Draft, SentenceDrafts
from annotator.suggest.quotes.mentions import Mention, mention_in
from annotator.suggest.quotes.phrases import COMPLEMENTISERS, TAKES_LAM
from annotator.suggest.quotes.reading import Kind, Sentence

_LONGEST_PHRASE = 14
"""How many items a phrase in front may have before the comma that ends it."""
_LONGEST_DATELINE = 14


def from_phrase(found: SentenceDrafts, cue: Cue) -> None:
    """Add what the phrase attributes, or add the phrase to the report that it closes."""
    if any(first < cue.first < opened.gap_end for first, opened in found.complements.items()):
        # It stands between a verb and its content: تشير وفقاً لفلان إلى أن.
        _pass_on(found, cue)
        return
    source = None if cue.pronominal else _speaker(found, cue)
    if source is None and not cue.pronominal:
        return
    comma = found.sentence.kind(cue.first - 1) is Kind.COMMA
    before = cue.first - 1 - comma
    holding = found.holding(before) if before >= 0 else []
    behind = _mark_behind(found, source)
    if before < 0 or (comma and cue.joined):
        draft = _in_front(found, cue, source)
    elif behind is not None:
        draft = found.marked(behind, "attributed", 0.8)
    elif holding:
        if cue.pronominal:
            # The outermost of the reports that end here: أكد أنه طلب أن …، حسب تعبيره.
            holding[0].cue_spans.append(cue.span)
        return
    elif _is_whole(found.sentence, before):
        draft = found.marked(before, "fronted", 0.9)
    else:
        draft = before_phrase(found, before + 1, relative=not comma)
    if draft is not None:
        if behind is not None and before >= 0:
            draft.type = QuoteType.MIXED
        found.add(draft, cue, source)


def _pass_on(found: SentenceDrafts, cue: Cue) -> None:
    """Make who is behind نقلاً عن or على لسان the source of the report around them.

    ذكرت الصحف نقلاً عن *فلان* أن; قال الحزب على لسان رئيسه *فلان* إن.
    """
    around = [d for d in found.drafts if d.cue is not None and d.cue.last <= cue.first < d.first]
    phrase = found.sentence.word(cue.last - 1)
    source = _speaker(found, cue) if phrase in ("عن", "لسان") else None
    if around and source is not None:
        around[-1].via = around[-1].source.span if around[-1].source is not None else None
        around[-1].source, around[-1].told = source, True


def _mark_behind(found: SentenceDrafts, source: Mention | None) -> int | None:
    """Return the marked string right behind the speaker: وفق فلان "…"."""
    if source is None:
        return None
    after = found.item_after(source.span)
    after += found.sentence.kind(after) is Kind.COLON
    return after if found.sentence.kind(after) is Kind.MARK else None


def before_phrase(found: SentenceDrafts, last: int, *, relative: bool = False) -> Draft | None:
    """Return a quote of the clause before item ``last``.

    It reaches back to the draft before, to a comma when marks end it, to a relative pronoun when
    ``relative``, else to the start of the sentence; its first و is left out.
    """
    sentence, lexicon = found.sentence, found.lexicon
    if sentence.word(last - 1) in ("وذلك", "ذلك"):
        last -= 1 + (sentence.kind(last - 2) is Kind.COMMA)
    first = max((draft.last for draft in found.drafts if draft.last <= last), default=0)
    first = max(first, _dateline_end(sentence))
    while first < last and sentence.kind(first) in (Kind.COMMA, Kind.OTHER):
        first += 1
    starts = [
        index + (sentence.kind(index) is Kind.COMMA)
        for index in range(first, last)
        if (relative and sentence.word(index) in lexicon.words["relatives"])
        or (sentence.kind(last - 1) is Kind.MARK and sentence.kind(index) is Kind.COMMA)
    ]
    first = starts[-1] if starts else first
    first += sentence.word(first) in ("الا", "لكن")
    draft = found.between(first, last, "post-posed", 0.65)
    if draft is not None:
        word = sentence.word(first)
        cut = len(word) > 3 or word == "وقد"
        if word.startswith("و") and word not in lexicon.words["waw_words"] and cut:
            _drop_first_letter(sentence, draft)
    return draft


def _dateline_end(sentence: Sentence) -> int:
    """Return the item behind a place and agency before a dash: دبي (CNN) -- أعلن, بغداد - نفى."""
    for index in range(1, min(_LONGEST_DATELINE, len(sentence.items))):
        if sentence.kind(index) is Kind.OTHER and sentence.raw(index)[0] in "-–—":
            return index + 1
    return 0


def _speaker(found: SentenceDrafts, cue: Cue) -> Mention | None:
    sentence = found.sentence
    last = found.gap_end(cue)
    last = next((i for i in range(cue.last, last) if _is_so_that(sentence, i)), last)
    source = mention_in(sentence, cue.last, last, found.lexicon, alone=True)
    if source is not None and not source.named:
        source = _who_issued(found, source, last) or source
    if source is None or source.span.start != sentence.items[cue.last].span.start:
        return source
    word = sentence.word(cue.last)
    phrase = sentence.word(cue.first)
    if not phrase.endswith(TAKES_LAM) or not word.startswith("ل"):
        return source
    # وفقاً لمركز: a name comes without the ل, a description has it cut off here.
    letters = 2 if word.startswith("لل") else 1
    span = trimmed(sentence.text, Span(source.span.start + letters, source.span.end))
    return source if span is None else replace(source, span=span)


def _who_issued(found: SentenceDrafts, paper: Mention, last: int) -> Mention | None:
    """Return who is named behind a paper that was issued: بيان صادر عن *وزارة الداخلية*."""
    sentence = found.sentence
    for index in range(found.item_after(paper.span) - 1, min(last, len(sentence.items) - 1)):
        if found.lexicon.has("issued", sentence.word(index)):
            behind = index + 1 + (sentence.word(index + 1) == "عن")
            return mention_in(sentence, behind, last, found.lexicon)
    return None


def _is_so_that(sentence: Sentence, index: int) -> bool:
    """Whether the clause begins here behind a phrase in front: وبحسب فلان *فإن* الأسعار ترتفع."""
    word = sentence.word(index)
    return word.startswith("ف") and word[1:] in COMPLEMENTISERS


def _is_whole(sentence: Sentence, index: int) -> bool:
    """Whether the marked string at ``index`` is all that stands before the phrase."""
    if sentence.kind(index) is not Kind.MARK:
        return False
    return index == 0 or sentence.kind(index - 1) in (Kind.COMMA, Kind.STOP)


def _in_front(found: SentenceDrafts, cue: Cue, source: Mention | None) -> Draft | None:
    """Return what follows a phrase in front: وبحسب البيان، تراجع الاحتياطي.

    Without a comma it begins behind a speaker with a name: ووفقاً لرويترز تراجع الاحتياطي.
    """
    sentence = found.sentence
    pauses = (
        index if _is_so_that(sentence, index) else index + 1
        for index in range(cue.last, min(cue.last + _LONGEST_PHRASE, len(sentence.items)))
        if sentence.kind(index) in (Kind.COMMA, Kind.COLON) or _is_so_that(sentence, index)
    )
    named = source is not None and source.named
    behind = found.item_after(source.span) if source is not None and named else None
    first = next(pauses, behind or len(sentence.items))
    if first >= len(sentence.items) or first in found.by_item:
        return None
    if sentence.kind(first) is Kind.MARK:
        return found.marked(first, "attributed", 0.85)
    draft = found.clause(first, "attributed", 0.6)
    if draft is not None and sentence.word(first).removeprefix("ف") in COMPLEMENTISERS:
        _drop_first_letter(sentence, draft, "ف")
    return draft


def _drop_first_letter(sentence: Sentence, draft: Draft, letter: str = "و") -> None:
    start, end = draft.content[0]
    if sentence.text[start] == letter:
        span = trimmed(sentence.text, Span(start + 1, end))
        if span is not None:
            draft.content = (span,)

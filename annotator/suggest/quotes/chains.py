"""Speech that somebody passes on: an agency tells what one said, a paper what its writer says."""

from __future__ import annotations

from annotator.core.spans import Span
from annotator.suggest.quotes.cues import Cue
from annotator.suggest.quotes.drafts import Draft
from annotator.suggest.quotes.inflection import Agreement, Mood
from annotator.suggest.quotes.lexicon import Lexicon
from annotator.suggest.quotes.mentions import Mention, mention_in
from annotator.suggest.quotes.reading import Kind, Sentence, after_conjunction

_PAPER_REACH = 3


def written_by(sentence: Sentence, draft: Draft, cue: Cue, lexicon: Lexicon) -> Mention | None:
    """جاء في بيان المصرف أن: who wrote it is named behind the paper, else the paper speaks."""
    if sentence.word(cue.last) in ("فيه", "فيها"):
        # وردت الشركة ببيان جاء فيه أن.
        return _paper(sentence, cue.first - 1, lexicon)
    for index in range(cue.last, draft.first):
        entity = sentence.items[index].entity
        if entity is not None and entity.label in ("PER", "ORG"):
            return mention_in(sentence, index, draft.first, lexicon)
    for index in range(cue.last, draft.first):
        if lexicon.has_base("speakers", sentence.word(index)):
            return mention_in(sentence, index, draft.first, lexicon)
    return None


def _paper(sentence: Sentence, index: int, lexicon: Lexicon) -> Mention | None:
    for at in range(index, max(index - _PAPER_REACH, -1), -1):
        if lexicon.has_base("speakers", sentence.word(at)):
            index = at
            break
    else:
        return None
    span = sentence.items[index].span
    if not lexicon.has("speakers", sentence.word(index).removeprefix("ال")):
        span = after_conjunction(sentence.text, span)
    return Mention(span, Agreement(), named=False)


def from_agency(sentence: Sentence, draft: Draft, cue: Cue, lexicon: Lexicon) -> bool:
    """نقلت الوكالة عن فلان قوله: the source stands behind عن (or إلى), the agency before.

    Return whether it was passed on so, be the agency named or not (نُقل عن فلان قوله).
    """
    for index in range(cue.first - 1, -1, -1):
        if sentence.word(index) in ("عن", "الي"):
            draft.source = mention_in(sentence, index + 1, cue.first, lexicon, alone=True)
            draft.via = _agency(sentence, index, lexicon)
            return draft.via is not None or _passes_on(sentence.word(index - 1), lexicon)
    return False


def passed_on(sentence: Sentence, draft: Draft, cue: Cue, lexicon: Lexicon) -> None:
    """نقلت الوكالة عن فلان أن: the subject of the verb only passed it on."""
    for index in range(cue.last, draft.first):
        if sentence.word(index) in ("عن", "الي"):
            found = mention_in(sentence, index + 1, draft.first, lexicon)
            if found is not None:
                draft.via = _agency(sentence, index, lexicon)
                draft.source = found
            return
        if sentence.kind(index) is Kind.COLON:
            return


def _agency(sentence: Sentence, before: int, lexicon: Lexicon) -> Span | None:
    for index in range(before - 1, -1, -1):
        if _passes_on(sentence.word(index), lexicon):
            found = mention_in(sentence, index + 1, before, lexicon)
            return found.span if found is not None else None
    return None


def _passes_on(word: str, lexicon: Lexicon) -> bool:
    forms = lexicon.forms.get(word.removeprefix("و"), ())
    return any(form.verb.agency and form.mood is not Mood.PARTICIPLE for form in forms)

"""What was said: where the content of a cue begins, and where it ends (QUOTES.md 3.4, 3.6)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from annotator.arabic.folding import fold
from annotator.suggest.quotes.cues import Cue, CueKind
from annotator.suggest.quotes.lexicon import Lexicon
from annotator.suggest.quotes.marked import is_name, is_short
from annotator.suggest.quotes.phrases import COMPLEMENTISERS
from annotator.suggest.quotes.reading import Kind, Sentence

STRONG_REACH = 26
"""How many words may stand between a strong cue and its complement; 94 % stay below 16."""
WEAK_REACH = 16


class Opening(Enum):
    """How content is introduced."""

    COLON_MARK = 1
    COLON = 2
    MARK = 3
    CLAUSE = 4
    GOVERNED = 5


class Complement(NamedTuple):
    """Content begins at item ``first``; the speaker is named before item ``gap_end``."""

    opening: Opening
    first: int
    gap_end: int


_QUESTIONS = frozenset({"هل", "لماذا", "كيف", "متي", "اين", "اذا"})
_WHETHER = frozenset({"ما", "عما", "عم"})
_CONDITIONS = frozenset({"انت", "كان", "كانت", "كنت", "لم", "تم", "صح", "شاء", "امكن", "وجد"})
_LETTERS = frozenset({"سي", "بي", "تي", "اي", "اس", "ام", "ار", "دي"})
_ASIDES = frozenset({"اشاره", "وقت", "حين", "المقابل"})
_CLAUSE_PREPOSITIONS = frozenset({"الي", "علي", "عن", "من"})
_LONGEST_ASIDE = 12
"""How many items may stand between commas behind a speaker."""


GLUED = frozenset({"ب", "ل", "ك", "بال", "لل"})
"""Folded proclitics that stand alone before marks: بـ"…"."""


def complement(
    sentence: Sentence, cue: Cue, cues: Mapping[int, Cue], lexicon: Lexicon
) -> Complement | None:
    """Return how the content of ``cue`` is opened after it, or None when nothing opens it."""
    reach = WEAK_REACH if cue.weak else STRONG_REACH
    words = 0
    for index in range(cue.last, len(sentence.items)):
        item = sentence.items[index]
        found = _opening_at(sentence, cue, index, lexicon)
        if found is not None:
            return found
        if item.kind is Kind.STOP or words > reach or _ends_gap(sentence, cue, index, cues):
            return None
        words += item.is_word
    return None


def _opening_at(sentence: Sentence, cue: Cue, index: int, lexicon: Lexicon) -> Complement | None:
    item = sentence.items[index]
    if item.kind is Kind.COLON:
        return _after_colon(sentence, index, lexicon)
    if item.kind is Kind.MARK:
        said = _can_be_said(sentence, cue, index, lexicon)
        return Complement(Opening.MARK, index, index) if said else None
    refuses = cue.verb is not None and cue.verb.refuses
    if refuses or not opens_clause(sentence, index, lexicon, asks=_asks(cue)):
        return None
    governed = sentence.word(index - 1) in _CLAUSE_PREPOSITIONS and index - 1 >= cue.last
    return Complement(Opening.CLAUSE, index, index - governed)


def _can_be_said(sentence: Sentence, cue: Cue, index: int, lexicon: Lexicon) -> bool:
    """Whether a marked string in the gap is what was said, and no name on the way there."""
    return not (
        is_name(sentence, index, lexicon)
        or _belongs_to_name(sentence, cue, index)
        or (cue.verb is not None and cue.verb.clause_only)
        or _is_governed_by_other(sentence, cue, index, lexicon)
    )


def _asks(cue: Cue) -> bool:
    return cue.verb is not None and cue.verb.asks


def _after_colon(sentence: Sentence, index: int, lexicon: Lexicon) -> Complement | None:
    after = index + 1
    if sentence.kind(after) is Kind.MARK:
        return Complement(Opening.COLON_MARK, after, index)
    if sentence.kind(after) is not Kind.WORD:
        return None
    if opens_clause(sentence, after, lexicon):
        return Complement(Opening.CLAUSE, after, index)
    return Complement(Opening.COLON, after, index)


def opens_clause(sentence: Sentence, index: int, lexicon: Lexicon, *, asks: bool = False) -> bool:
    """Whether the word at ``index`` is a complementiser that opens a clause here."""
    word = sentence.word(index)
    before = sentence.word(index - 1)
    if word in _WHETHER and sentence.word(index + 1) == "اذا":
        return True
    if asks and word in _QUESTIONS:
        return True
    if word not in COMPLEMENTISERS:
        return False
    indicative = sentence.raw(index).startswith("إ")
    if before in lexicon.words["blocking"] and not indicative:
        # قال قبل أيام إن is a report, قال قبل أن is none.
        return False
    if before == "من" and sentence.word(index - 2).endswith("الرغم"):
        return False
    conditional = sentence.raw(index) == "إن" and sentence.word(index + 1) in _CONDITIONS
    return word != "ان" or not (conditional or _is_spelled(sentence, index))


def _is_spelled(sentence: Sentence, index: int) -> bool:
    """Whether إن is the letter N in a name: سي إن إن, بي إن سبورت, إن بي سي."""
    first = index - (sentence.word(index - 1) == "ان")
    return sentence.word(first - 1).removeprefix("ل") in _LETTERS or (
        sentence.word(index + 1) in _LETTERS and sentence.word(index + 2) in _LETTERS
    )


def _belongs_to_name(sentence: Sentence, cue: Cue, index: int) -> bool:
    """Whether a short marked string in the gap is part of the speaker's name or place.

    That is so when a complementiser or colon still follows: قال رئيس "الاتحاد" إن.
    """
    item = sentence.items[index]
    if not is_short(sentence, item):
        return False
    if index == cue.last:
        # كشفت "فيسبوك" عن, أعلنت "فيسبوك" أن: the subject itself.
        after = sentence.word(index + 1)
        return cue.kind is CueKind.FINITE and after in COMPLEMENTISERS | _CLAUSE_PREPOSITIONS
    if sentence.word(cue.first - 1) == "كما" and sentence.kind(index + 1) in (Kind.STOP, None):
        # كما أعلنت وزارة الدفاع "البنتاغون".
        return True
    return _clause_follows(sentence, index)


def _clause_follows(sentence: Sentence, index: int) -> bool:
    """Whether a complementiser or colon stands behind marks, over an aside between commas."""
    aside = sentence.kind(index + 1) is Kind.COMMA and sentence.word(index + 2) == "في"
    first = index + 1 + aside
    for at, later in enumerate(sentence.items[first : index + 9], start=first):
        if later.kind is Kind.COLON or later.folded in COMPLEMENTISERS:
            return True
        if aside and later.kind is Kind.COMMA and sentence.word(at + 1) in COMPLEMENTISERS:
            # أفادت الوكالة "سانا"، في تقرير لها، بأن.
            return True
        if later.kind in (Kind.MARK, Kind.STOP, Kind.COMMA):
            return False
    return False


def _is_governed_by_other(sentence: Sentence, cue: Cue, index: int, lexicon: Lexicon) -> bool:
    """Whether a preposition that is not the verb's stands before the marks: لـ"الوطن", في "…"."""
    before = sentence.word(index - 1)
    if index == cue.last or before not in lexicon.words["governing"] | GLUED:
        return False
    governs = cue.verb.governs if cue.verb is not None else ()
    return before not in {fold(preposition) for preposition in governs}


def _ends_gap(sentence: Sentence, cue: Cue, index: int, cues: Mapping[int, Cue]) -> bool:
    """Whether another report begins at ``index``, so that the gap of ``cue`` is over."""
    other = cues.get(index)
    if other is None or index < cue.last or other.kind is CueKind.PREPOSITION:
        return False
    if _is_aside(sentence, other, cues):
        return False
    if other.kind is CueKind.NOUN:
        return True
    if other.verb is not None and other.verb.clause_only and not cue.weak:
        # قال في مقابلة نشرت الجمعة إن: what was published is the interview.
        return False
    after_relative = sentence.word(index - 1) in ("الذي", "التي", "الذين")
    return not after_relative


def _is_aside(sentence: Sentence, cue: Cue, cues: Mapping[int, Cue]) -> bool:
    """Whether a verb stands between commas: مصدر، *طلب عدم كشف اسمه*، أن; ، *معلقا على ذلك*، إن."""
    before = cue.first - 1
    if cue.joined or sentence.kind(before) is not Kind.COMMA:
        return False
    if cue.kind not in (CueKind.FINITE, CueKind.PARTICIPLE):
        return False
    for index in range(cue.last, min(cue.last + _LONGEST_ASIDE, len(sentence.items) - 1)):
        if sentence.kind(index) is Kind.COMMA:
            return sentence.word(index + 1) in COMPLEMENTISERS
        inner = cues.get(index)
        reports = inner is not None and not inner.negated
        if reports or sentence.word(index) in COMPLEMENTISERS:
            return False
    return False


# -- the right edge ----------------------------------------------------------------------------


def clause_end(
    sentence: Sentence,
    first: int,
    cues: Mapping[int, Cue],
    opened: frozenset[int],
    lexicon: Lexicon,
    *,
    to_comma: bool = False,
) -> int:
    """Return the item before which a clause that begins at item ``first`` ends.

    ``opened`` are the first items of the cues that open content of their own. ``to_comma``: the
    report stands in a relative clause (التي تصفها تركيا بأنها …), which a comma ends.
    """
    for index in range(first + 1, len(sentence.items)):
        kind = sentence.kind(index)
        if kind is Kind.STOP and _is_final(sentence, index):
            return index
        if to_comma and kind is Kind.COMMA:
            return index
        paused = sentence.kind(index - 1) is Kind.COMMA
        cue = cues.get(index)
        reports = cue is not None and _reports(cue, opens=index in opened, paused=paused)
        if reports or _turns(sentence, index, cues, lexicon, paused=paused):
            return index - 1 if paused else index
    return len(sentence.items)


def _reports(cue: Cue, *, opens: bool, paused: bool) -> bool:
    """Whether a cue inside a clause begins another report; ``paused``: a comma is before it."""
    if cue.kind is CueKind.PREPOSITION:
        return True
    if cue.kind is CueKind.PARTICIPLE or (cue.joined and not cue.negated):
        return paused or opens
    return paused and opens


def _turns(
    sentence: Sentence, index: int, cues: Mapping[int, Cue], lexicon: Lexicon, *, paused: bool
) -> bool:
    """Whether the narrator takes over with لكن, بينما, في إشارة إلى and the like."""
    word = sentence.word(index)
    if not paused:
        return word in lexicon.words["turning"]
    aside = word == "في" and sentence.word(index + 1) in _ASIDES
    however = word in ("غير", "الا") and sentence.word(index + 1) == "ان"
    return word in lexicon.words["breaks"] or aside or however or _new_report(sentence, index, cues)


def _new_report(sentence: Sentence, index: int, cues: Mapping[int, Cue]) -> bool:
    """Whether a report begins behind a few words: ، كما قال; ، في حين أكد; ، والذي قال."""
    return any(
        (cue := cues.get(at)) is not None and cue.kind is CueKind.FINITE
        for at in (index + 1, index + 2)
        if sentence.word(index) in ("في", "كما", "فيما", "حين", "حيث", "اذ")
    )


def _is_final(sentence: Sentence, index: int) -> bool:
    return sentence.raw(index) != "…" or index == len(sentence.items) - 1

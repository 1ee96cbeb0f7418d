"""Quotes that a verb announces: content behind the cue, or in front of it."""

from __future__ import annotations

from dataclasses import replace

from annotator.arabic.folding import fold
from annotator.core.quotes import QuoteType
from annotator.core.spans import Span
from annotator.suggest.quotes.agreement import agrees
from annotator.suggest.quotes.attributed import before_phrase, from_phrase
from annotator.suggest.quotes.content import GLUED, Complement, Opening
from annotator.suggest.quotes.cues import TANWIN, Cue, CueKind
from annotator.suggest.quotes.drafts import Draft, SentenceDrafts
from annotator.suggest.quotes.lexicon import Lexicon
from annotator.suggest.quotes.marked import is_name, is_short
from annotator.suggest.quotes.mentions import Mention, is_own, mention_in
from annotator.suggest.quotes.phrases import addressee_in, is_addressee
from annotator.suggest.quotes.reading import Kind, Sentence


def find_drafts(sentence: Sentence, lexicon: Lexicon) -> SentenceDrafts:
    """Return the drafts that the cues of ``sentence`` give, in the order of the cues."""
    found = SentenceDrafts(sentence, lexicon)
    for cue in found.cues:
        if cue.negated:
            continue
        opened = found.complements.get(cue.first)
        if cue.kind is CueKind.PREPOSITION:
            from_phrase(found, cue)
        elif opened is not None:
            _after_cue(found, cue, opened)
        elif cue.kind is CueKind.FINITE and not cue.joined:
            _before_cue(found, cue)
    return found


# -- content behind the cue --------------------------------------------------------------------


def _after_cue(found: SentenceDrafts, cue: Cue, opened: Complement) -> None:
    match opened.opening:
        case Opening.COLON_MARK:
            draft = found.marked(opened.first, "colon", 0.95)
        case Opening.MARK:
            draft = _from_mark(found, cue, opened.first)
        case Opening.CLAUSE:
            draft = found.clause(opened.first, "clause", 0.7 if cue.weak else 0.8, cue=cue)
        case Opening.COLON:
            draft = found.bare(opened.first)
    takes_object = cue.verb is not None and cue.verb.object
    alone = opened.opening is not Opening.MARK and not takes_object
    source = mention_in(found.sentence, cue.last, opened.gap_end, found.lexicon, alone=alone)
    if source is not None and takes_object:
        source = _without_object(found.sentence, source, found.lexicon)
    objective = source is not None and takes_object and _is_object(found, cue, source)
    if draft is None or _is_impersonal_frame(found, cue, draft, source):
        return
    draft.addressee = addressee_in(found.sentence, cue.last, opened.first, found.lexicon)
    if source is not None and objective and _is_told(cue):
        draft.addressee = draft.addressee or source.span
    if source is not None and _speaks_not(source, found):
        source = None
    if objective or _is_governed_word(found.sentence, cue):
        source = None
    found.add(draft, cue, source)


def _is_object(found: SentenceDrafts, cue: Cue, mention: Mention) -> bool:
    """Whether the noun behind a transitive verb is its object: ودعا *المانحين* إلى.

    It has the ending of one, or its gender is not the verb's.
    """
    if cue.kind is not CueKind.FINITE or mention.named:
        return False
    word = fold(mention.span.of(found.sentence.text).split()[0])
    return word.endswith("ين") or not agrees(mention.agreement, cue.agreement)


def _speaks_not(mention: Mention, found: SentenceDrafts) -> bool:
    """Whether it is what one has or does, or an accusative, no subject: يقول *دائماً*."""
    words = mention.span.of(found.sentence.text)
    adverb = not mention.named and " " not in words and words.endswith(TANWIN)
    return adverb or is_own(mention, found.sentence.text, found.lexicon)


def _without_object(sentence: Sentence, mention: Mention, lexicon: Lexicon) -> Mention:
    """Cut off a definite noun that is no adjective of the speaker: دعت *الوزارة* الآباء إلى."""
    words = mention.span.of(sentence.text).split()
    if mention.named:
        return mention
    for at, word in enumerate(words[1:], start=1):
        if word.startswith("ال") and lexicon.has_base("speakers", fold(word)):
            # طالب أهالي المفقودين *الحكومة* بأن
            whole = " ".join(words[:at])
            if mention.span.of(sentence.text).startswith(whole) and at > 1:
                return replace(
                    mention, span=Span(mention.span.start, mention.span.start + len(whole))
                )
    if len(words) < 2 or not words[0].startswith("ال"):
        return mention
    head, following = fold(words[0]), fold(words[1])
    if not head.endswith("ه") or not following.startswith("ال") or following.endswith(("ه", "ي")):
        return mention
    return replace(mention, span=Span(mention.span.start, mention.span.start + len(words[0])))


def _is_told(cue: Cue) -> bool:
    return cue.verb is not None and not cue.verb.keeps_object


def _is_governed_word(sentence: Sentence, cue: Cue) -> bool:
    """Whether the word behind the cue is what the verb governs with ب: اتهمهم بارتكاب."""
    if cue.verb is None or "بـ" not in cue.verb.governs:
        return False
    word = sentence.word(cue.last)
    return word.startswith("ب") and len(word) > 3 and sentence.items[cue.last].entity is None


def _is_impersonal_frame(
    found: SentenceDrafts, cue: Cue, draft: Draft, source: Mention | None
) -> bool:
    """Whether it is يُذكر أن and the like: the narrator's own words."""
    word = found.sentence.word(cue.first).lstrip("و")
    return (
        source is None
        and draft.rule == "clause"
        and cue.kind is CueKind.FINITE
        and word in found.lexicon.words["impersonal_frames"]
    )


def _from_mark(found: SentenceDrafts, cue: Cue, index: int) -> Draft | None:
    """Marks behind a cue and its speaker: direct, or what the verb governs (بـ"…")."""
    start = _governed_from(found, cue, index)
    if start is not None and start < index:
        accuses = cue.verb is not None and cue.verb.keeps_object
        if is_short(found.sentence, found.sentence.items[index]) and not accuses:
            return None
        return found.clause(start, "governed", 0.7)
    if start is None and _is_stray(found, cue, index):
        return None
    draft = found.marked(index, "mark", 0.85)
    governed = found.sentence.word(index - 1) in found.lexicon.words["governing"] | GLUED
    through_object = cue.verb is not None and cue.verb.object and index > cue.last
    if draft is not None and (start is not None or governed or through_object):
        draft.type = QuoteType.MIXED
        draft.rule = "governed-mark"
    return draft


def _is_stray(found: SentenceDrafts, cue: Cue, index: int) -> bool:
    """Whether marks stand too far from a weak cue, or short ones from any, to be a quote."""
    sentence, lexicon = found.sentence, found.lexicon
    if cue.weak and cue.verb is not None and cue.verb.goes_on and index > cue.last:
        # يتابع المستثمرون "الأرقام الخضراء": they follow them.
        return is_short(sentence, sentence.items[index])
    beside = all(is_addressee(sentence, at, lexicon) for at in range(cue.last, index))
    if cue.verb is not None and cue.verb.agency and _names_origin(found, cue, index):
        return False
    if beside or not (cue.weak or is_short(sentence, sentence.items[index])):
        return False
    if cue.verb is not None and cue.verb.object and not is_short(sentence, sentence.items[index]):
        return False
    source = mention_in(sentence, cue.last, index, lexicon)
    if source is None:
        return True
    return any(sentence.word(at) for at in range(found.item_after(source.span), index))


def _names_origin(found: SentenceDrafts, cue: Cue, index: int) -> bool:
    """Whether who said it is named behind عن: أوردت الوكالة عن المتحدث "…"."""
    return any(found.sentence.word(at) == "عن" for at in range(cue.last, index - 1))


def _governed_from(found: SentenceDrafts, cue: Cue, index: int) -> int | None:
    """Return where content begins that holds the mark at ``index`` but may start before it.

    The mark's own index when the verb's preposition stands right before it; None when the verb
    governs nothing here.
    """
    verb = cue.verb
    if verb is None or not verb.governs:
        return None
    if verb.keeps_object or "NP" in verb.governs:
        source = mention_in(found.sentence, cue.last, index, found.lexicon)
        return cue.last if source is None else min(index, found.item_after(source.span))
    starts = (
        _after_preposition(found.sentence, at, preposition)
        for at in range(cue.last, index)
        for preposition in verb.governs
    )
    return next((start for start in starts if start is not None), None)


def _after_preposition(sentence: Sentence, at: int, preposition: str) -> int | None:
    word = sentence.word(at)
    if preposition != "بـ":
        return at + 1 if word == fold(preposition) else None
    if word == "ب":
        return at + 1
    glued = word.startswith("ب") and len(word) > 3 and sentence.items[at].entity is None
    return at if glued else None


# -- content in front of the cue ----------------------------------------------------------------


def _before_cue(found: SentenceDrafts, cue: Cue) -> None:
    """A finite cue behind its content: "…"، قال فلان; or سيعقد الاجتماع، كما قال فلان."""
    sentence = found.sentence
    before = cue.first - 1
    as_said = sentence.word(before) == "كما"
    before -= as_said
    while sentence.word(before) in found.lexicon.words["pointing_back"]:
        # "…"، بهذه العبارة رد فلان
        before -= 1
    while sentence.kind(before) in (Kind.COMMA, Kind.OTHER):
        before -= 1
    if before < 0 or found.holding(before):
        return
    source = mention_in(sentence, cue.last, found.gap_end(cue), found.lexicon, alone=True)
    draft = None
    if sentence.kind(before) is Kind.MARK:
        if not _is_in_passing(found, cue, before):
            draft = found.marked(before, "fronted", 0.9)
    elif as_said and not cue.weak and source is not None and _is_last(found, source):
        draft = before_phrase(found, before + 1)
    if draft is not None:
        found.add(draft, cue, source)


def _is_in_passing(found: SentenceDrafts, cue: Cue, index: int) -> bool:
    """Whether the marks before a cue are a name, or a word that a weak verb happens to follow."""
    if is_name(found.sentence, index, found.lexicon):
        return True
    short = is_short(found.sentence, found.sentence.items[index])
    return cue.weak and short and index + 1 == cue.first


def _is_last(found: SentenceDrafts, source: Mention) -> bool:
    """Whether a pause follows the speaker. In كما أعلن فلان عن كذا the word كما means also."""
    return not found.sentence.word(found.item_after(source.span))

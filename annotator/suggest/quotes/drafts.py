"""A quote in the making, and the drafts that the cues of one sentence give."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from annotator.arabic.folding import fold
from annotator.arabic.marks import Marked, without_stop
from annotator.core.quotes import QuoteType
from annotator.core.spans import Span, trimmed
from annotator.suggest.quotes.content import GLUED, Complement, Opening, clause_end, complement
from annotator.suggest.quotes.cues import Cue, CueKind, find_cues
from annotator.suggest.quotes.lexicon import Lexicon
from annotator.suggest.quotes.marked import is_name, is_short
from annotator.suggest.quotes.mentions import Mention, is_addressee, mention_in
from annotator.suggest.quotes.reading import Kind, Sentence

_TAKES_LAM = frozenset({"وفقا", "طبقا", "فوفقا"})


@dataclass(slots=True)
class Draft:
    """What will be a quote. ``first`` to ``last`` are its content's items in the sentence.

    ``source`` is the speaker named in the sentence, if any; ``cue`` is what else leads to one.
    """

    content: tuple[Span, ...]
    type: QuoteType
    rule: str
    score: float
    first: int
    last: int
    cue: Cue | None = None
    cue_spans: list[Span] = field(default_factory=list)
    source: Mention | None = None
    via: Span | None = None
    verbatim: tuple[Span, ...] = ()
    closed: bool = True
    optional: bool = False
    nonfact: bool = False


class SentenceDrafts:
    """Finds the drafts of one sentence, cue by cue."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.lexicon = lexicon
        self.cues = find_cues(sentence, lexicon)
        self.by_item = {cue.first: cue for cue in self.cues}
        self.complements = {
            cue.first: found
            for cue in self.cues
            if not cue.negated
            and cue.kind is not CueKind.PREPOSITION
            and (found := complement(sentence, cue, self.by_item, lexicon)) is not None
        }
        self.opened = frozenset(self.complements)
        self.drafts: list[Draft] = []

    def run(self) -> list[Draft]:
        """Return the drafts in the order of their cues."""
        for cue in self.cues:
            if cue.negated:
                continue
            if cue.kind is CueKind.PREPOSITION:
                self._from_preposition(cue)
            elif (found := self.complements.get(cue.first)) is not None:
                self._forward(cue, found)
            else:
                self._backward(cue)
        return self.drafts

    # -- content after the cue ----------------------------------------------------------------

    def _forward(self, cue: Cue, found: Complement) -> None:
        match found.opening:
            case Opening.COLON_MARK:
                draft = self._marked(found.first, "colon", 0.95)
            case Opening.MARK:
                draft = self._from_mark(cue, found.first)
            case Opening.CLAUSE:
                draft = self._clause(found.first, "clause", 0.8 if not cue.weak else 0.7, cue)
            case _:
                draft = self.bare(found.first)
        if draft is not None:
            alone = found.opening is not Opening.MARK and not (cue.verb and cue.verb.object)
            source = mention_in(self.sentence, cue.last, found.gap_end, self.lexicon, alone=alone)
            self._add(draft, cue, source)

    def _add(self, draft: Draft, cue: Cue, source: Mention | None) -> None:
        if self._impersonal_frame(cue, draft, source):
            return
        draft.cue = cue
        draft.cue_spans.append(cue.span)
        draft.source = source
        self.drafts.append(draft)

    def _impersonal_frame(self, cue: Cue, draft: Draft, source: Mention | None) -> bool:
        """Whether it is يُذكر أن and the like: the narrator's own words."""
        return (
            source is None
            and draft.rule == "clause"
            and cue.kind is CueKind.FINITE
            and self.sentence.word(cue.first).lstrip("و") in self.lexicon.words["impersonal_frames"]
        )

    def _marked(self, index: int, rule: str, score: float) -> Draft | None:
        marked = self.sentence.items[index].marked
        assert marked is not None
        content = content_of(self.sentence.text, marked)
        if not content:
            return None
        return Draft(
            content, QuoteType.DIRECT, rule, score, index, index + 1,
            verbatim=content, closed=marked.closed,
        )  # fmt: skip

    def _from_mark(self, cue: Cue, index: int) -> Draft | None:
        """Marks right behind a cue and its speaker: direct, or governed by the verb (بـ"…")."""
        start = self._governed_from(cue, index)
        if start is not None and start < index:
            if is_short(self.sentence, self.sentence.items[index]):
                return None
            return self._clause(start, "governed", 0.7)
        if start is None and self._is_stray(cue, index):
            return None
        draft = self._marked(index, "mark", 0.85)
        if draft is not None and (start is not None or self._is_governed(index)):
            draft.type = QuoteType.MIXED
            draft.rule = "governed-mark"
        return draft

    def _is_governed(self, index: int) -> bool:
        before = self.sentence.word(index - 1)
        return before in self.lexicon.words["governing"] | GLUED

    def _is_stray(self, cue: Cue, index: int) -> bool:
        """Whether marks stand too far from a weak cue, or short ones from any, to be a quote."""
        short = is_short(self.sentence, self.sentence.items[index])
        beside = all(is_addressee(self.sentence, at, self.lexicon) for at in range(cue.last, index))
        if beside or not (short or cue.weak):
            return False
        source = mention_in(self.sentence, cue.last, index, self.lexicon)
        return source is None or source.span.end < self.sentence.items[index - 1].span.end

    def _governed_from(self, cue: Cue, index: int) -> int | None:
        """Return where content begins that holds the mark at ``index`` but starts before it.

        The mark's own index when the verb's preposition stands right before it; None when the
        verb governs nothing here.
        """
        verb = cue.verb
        if verb is None or not verb.governs:
            return None
        source = mention_in(self.sentence, cue.last, index, self.lexicon)
        after = cue.last
        while (
            source is not None
            and after < index
            and self.sentence.items[after].span.start < source.span.end
        ):
            after += 1
        if verb.keeps_object or "NP" in verb.governs:
            return after
        for at in range(cue.last, index):
            for preposition in verb.governs:
                start = self._after_preposition(at, preposition)
                if start is not None:
                    return start
        return None

    def _after_preposition(self, at: int, preposition: str) -> int | None:
        word = self.sentence.word(at)
        if preposition == "بـ":
            if word == "ب":
                return at + 1
            entity = self.sentence.items[at].entity
            return at if word.startswith("ب") and len(word) > 3 and entity is None else None
        return at + 1 if word == fold(preposition) else None

    def _clause(self, first: int, rule: str, score: float, cue: Cue | None = None) -> Draft | None:
        relative = cue is not None and (
            self.sentence.word(cue.first - 1) in self.lexicon.words["relatives"]
        )
        end = clause_end(
            self.sentence, first, self.by_item, self.opened, self.lexicon, to_comma=relative
        )
        around = [d for d in self.drafts if d.first <= first < d.last]
        end = min([end, *(d.last for d in around)])
        return self._between(first, end, rule, score)

    def _between(self, first: int, last: int, rule: str, score: float) -> Draft | None:
        if last <= first:
            return None
        raw = self.sentence.between(first, last)
        span = without_stop(self.sentence.text, raw)
        if span is None or last - first < 2:
            return None
        fragments = self._fragments(first, last)
        kind = QuoteType.MIXED if fragments else QuoteType.INDIRECT
        return Draft((span,), kind, rule, score, first, last, verbatim=fragments)

    def _fragments(self, first: int, last: int) -> tuple[Span, ...]:
        return tuple(
            part
            for index in range(first, last)
            if (marked := self.sentence.items[index].marked) is not None
            and not is_name(self.sentence, index, self.lexicon)
            for part in content_of(self.sentence.text, marked)
        )

    def bare(self, first: int) -> Draft | None:
        """A clause after a colon, without marks: to the end of the sentence."""
        last = len(self.sentence.items)
        while last > first and self.sentence.items[last - 1].kind is Kind.STOP:
            last -= 1
        draft = self._between(first, last, "colon-bare", 0.75)
        if draft is not None:
            draft.type, draft.verbatim = QuoteType.DIRECT, ()
        return draft

    # -- content before the cue ---------------------------------------------------------------

    def _backward(self, cue: Cue) -> None:
        """A finite cue behind its content: "…"، قال فلان; سيعقد الاجتماع، كما قال فلان."""
        if cue.kind is not CueKind.FINITE or cue.joined:
            return
        before = cue.first - 1
        as_said = self.sentence.word(before) == "كما"
        before -= as_said
        while self.sentence.kind(before) in (Kind.COMMA, Kind.OTHER):
            before -= 1
        if before < 0 or self._is_taken(before):
            return
        if self.sentence.kind(before) is Kind.MARK and not is_name(
            self.sentence, before, self.lexicon
        ):
            if (
                cue.weak
                and before + 1 == cue.first
                and is_short(self.sentence, self.sentence.items[before])
            ):
                return
            draft = self._marked(before, "fronted", 0.9)
        elif as_said and not cue.weak:
            draft = self._before(before + 1)
        else:
            return
        source = mention_in(self.sentence, cue.last, self._gap_end(cue), self.lexicon, alone=True)
        if as_said and (source is None or not self._closes_clause(source)):
            return
        if draft is not None:
            self._add(draft, cue, source)

    def _closes_clause(self, source: Mention) -> bool:
        """Whether nothing but a pause follows the speaker: in كما أعلن فلان عن كذا كما means also."""
        after = next(
            (item for item in self.sentence.items if item.span.start >= source.span.end), None
        )
        return after is None or not after.is_word

    def _gap_end(self, cue: Cue) -> int:
        for index in range(cue.last, len(self.sentence.items)):
            if self.sentence.kind(index) is Kind.STOP or index in self.by_item:
                return index
        return len(self.sentence.items)

    def _is_taken(self, index: int) -> bool:
        return any(draft.first <= index < draft.last for draft in self.drafts)

    def _before(self, last: int, *, relative: bool = False) -> Draft | None:
        """The clause before item ``last``: back to the last draft, a relative, or the start."""
        first = max((draft.last for draft in self.drafts if draft.last <= last), default=0)
        while first < last and self.sentence.kind(first) in (Kind.COMMA, Kind.OTHER):
            first += 1
        if relative:
            relatives = [
                i for i in range(first, last)
                if self.sentence.word(i) in self.lexicon.words["relatives"]
            ]  # fmt: skip
            first = relatives[-1] if relatives else first
        draft = self._between(first, last, "post-posed", 0.65)
        if draft is None:
            return None
        return _without_conjunction(self.sentence, draft, self.lexicon)

    # -- prepositional cues -------------------------------------------------------------------

    def _from_preposition(self, cue: Cue) -> None:
        before = cue.first - 1
        comma = self.sentence.kind(before) is Kind.COMMA
        before -= comma
        source = None
        if not cue.pronominal:
            source = mention_in(
                self.sentence, cue.last, self._gap_end(cue), self.lexicon, alone=True
            )
            if source is None or self._is_aside(cue):
                return
            source = _without_glued_lam(self.sentence, cue, source)
        after = self._after(source) if source is not None else len(self.sentence.items)
        if before < 0:
            self._pre_posed(cue, source)
            return
        if self.sentence.kind(after) is Kind.MARK:
            draft = self._marked(after, "pre-posed", 0.8)
            if draft is not None:
                draft.type = QuoteType.MIXED
                self._add(draft, cue, source)
            return
        holding = [d for d in self.drafts if d.first <= before < d.last]
        if holding:
            if cue.pronominal:
                # The outermost of the reports that end here: أكد أنه طلب أن …، حسب تعبيره.
                holding[0].cue_spans.append(cue.span)
            return
        if self.sentence.kind(before) is Kind.MARK and (
            before == 0 or self.sentence.kind(before - 1) in (Kind.COMMA, Kind.STOP)
        ):
            draft = self._marked(before, "fronted", 0.9)
        else:
            draft = self._before(before + 1, relative=not comma)
        if draft is not None:
            self._add(draft, cue, source)

    def _is_aside(self, cue: Cue) -> bool:
        """Whether the phrase stands between a verb and its content: تشير وفقاً لفلان إلى أن."""
        return any(first < cue.first < found.gap_end for first, found in self.complements.items())

    def _after(self, source: Mention) -> int:
        """Return the item behind a speaker, past one colon."""
        index = next(
            (i for i, item in enumerate(self.sentence.items) if item.span.start >= source.span.end),
            len(self.sentence.items),
        )
        return index + (self.sentence.kind(index) is Kind.COLON)

    def _pre_posed(self, cue: Cue, source: Mention | None) -> None:
        for index in range(cue.last, min(cue.last + 14, len(self.sentence.items))):
            if self.sentence.kind(index) in (Kind.COMMA, Kind.COLON):
                break
        else:
            return
        first = index + 1
        if self.sentence.kind(first) is Kind.MARK:
            draft = self._marked(first, "pre-posed", 0.85)
        elif first in self.by_item:
            return
        else:
            draft = self._clause(first, "pre-posed", 0.6)
        if draft is not None:
            self._add(draft, cue, source)


def content_of(text: str, marked: Marked) -> tuple[Span, ...]:
    """Return the content of a marked string: what is inside, without the final full stop."""
    parts = list(marked.parts)
    last = without_stop(text, parts[-1])
    return tuple(parts[:-1] + ([last] if last is not None else []))


def _without_glued_lam(sentence: Sentence, cue: Cue, source: Mention) -> Mention:
    """Cut the ل of وفقاً لـ off a description; names come without it."""
    item = sentence.items[cue.last]
    if (
        source.span.start != item.span.start
        or cue.span.end != sentence.items[cue.last - 1].span.end
    ):
        return source
    if cue.last - cue.first != 1 or sentence.word(cue.first).removeprefix("و") not in _TAKES_LAM:
        return source
    letters = 2 if item.folded.startswith("لل") else 1
    span = trimmed(sentence.text, Span(source.span.start + letters, source.span.end))
    return source if span is None else replace(source, span=span)


def _without_conjunction(sentence: Sentence, draft: Draft, lexicon: Lexicon) -> Draft:
    word = sentence.word(draft.first)
    if word.startswith("و") and word not in lexicon.words["waw_words"] and len(word) > 3:
        start, end = draft.content[0]
        span = trimmed(sentence.text, Span(start + 1, end))
        if span is not None:
            draft.content = (span,)
    return draft

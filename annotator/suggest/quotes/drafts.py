"""A quote in the making, and the means to draw one up from the items of a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from annotator.arabic.marks import Marked, without_stop
from annotator.core.quotes import QuoteType
from annotator.core.spans import Span
from annotator.suggest.quotes.content import Complement, clause_end, complement
from annotator.suggest.quotes.cues import Cue, CueKind, find_cues
from annotator.suggest.quotes.lexicon import Lexicon
from annotator.suggest.quotes.marked import SCRIPTURE, is_name
from annotator.suggest.quotes.mentions import Mention
from annotator.suggest.quotes.reading import Kind, Sentence


@dataclass(slots=True)
class Draft:
    """What will be a quote. ``first`` to ``last`` are its content's items in the sentence.

    ``source`` is the speaker named in the sentence, if any; ``cue`` is what else leads to one.
    ``told`` says that the words leave no doubt about the source.
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
    addressee: Span | None = None
    verbatim: tuple[Span, ...] = ()
    closed: bool = True
    optional: bool = False
    nonfact: bool = False
    told: bool = False


class SentenceDrafts:
    """The cues of a sentence, what opens their content, and the drafts made so far."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.lexicon = lexicon
        self.cues = find_cues(sentence, lexicon)
        self.by_item = {cue.first: cue for cue in self.cues}
        self.complements = self._complements()
        self.drafts: list[Draft] = []

    def _complements(self) -> dict[int, Complement]:
        """Map each cue, by its first item, to its complement; no two cues share one."""
        found: dict[int, Complement] = {}
        taken: set[int] = set()
        for cue in self.cues:
            if cue.negated or cue.kind is CueKind.PREPOSITION:
                continue
            opened = complement(self.sentence, cue, self.by_item, self.lexicon)
            if opened is not None and opened.first not in taken:
                found[cue.first] = opened
                taken.add(opened.first)
        return found

    def add(self, draft: Draft, cue: Cue, source: Mention | None) -> None:
        """Keep a draft with the cue that led to it and the speaker named beside it."""
        draft.cue = cue
        draft.cue_spans.append(cue.span)
        draft.source = source
        self.drafts.append(draft)

    def marked(self, index: int, rule: str, score: float) -> Draft | None:
        """Return a direct quote of the marked string at item ``index``."""
        marked = self.sentence.items[index].marked
        assert marked is not None
        content = content_of(self.sentence.text, marked)
        if not content or marked.mark == SCRIPTURE:
            return None
        draft = Draft(content, QuoteType.DIRECT, rule, score, index, index + 1, verbatim=content)
        draft.closed = marked.closed
        return draft

    def clause(
        self, first: int, rule: str, score: float, *, cue: Cue | None = None
    ) -> Draft | None:
        """Return a quote of the clause that begins at item ``first``, as far as it goes."""
        before = cue.first - 1 if cue is not None else -1
        relative = self.sentence.word(before) in self.lexicon.words["relatives"]
        opened = frozenset(self.complements)
        end = clause_end(
            self.sentence, first, self.by_item, opened, self.lexicon, to_comma=relative
        )
        # What is reported inside a report ends with it at the latest.
        limits = [draft.last for draft in self.drafts if draft.first <= first < draft.last]
        return self.between(first, min([end, *limits]), rule, score)

    def between(self, first: int, last: int, rule: str, score: float) -> Draft | None:
        """Return a quote of items ``first`` to ``last``: mixed with marks inside, else indirect."""
        if last - first < 2:
            return None
        span = without_stop(self.sentence.text, self.sentence.between(first, last))
        if span is None:
            return None
        fragments = self._fragments(first, last)
        kind = QuoteType.MIXED if fragments else QuoteType.INDIRECT
        return Draft((span,), kind, rule, score, first, last, verbatim=fragments)

    def bare(self, first: int) -> Draft | None:
        """Return a direct quote without marks: the clause after a colon, to the sentence's end."""
        last = len(self.sentence.items)
        while last > first and self.sentence.items[last - 1].kind is Kind.STOP:
            last -= 1
        draft = self.between(first, last, "colon-bare", 0.75)
        if draft is not None:
            draft.type, draft.verbatim = QuoteType.DIRECT, ()
        return draft

    def gap_end(self, cue: Cue) -> int:
        """Return the item where the words that belong to ``cue`` end: the next cue, or a stop."""
        for index in range(cue.last, len(self.sentence.items)):
            if self.sentence.kind(index) is Kind.STOP or index in self.by_item:
                return index
        return len(self.sentence.items)

    def holding(self, index: int) -> list[Draft]:
        """Return the drafts whose content takes in the item at ``index``, the outermost first."""
        return [draft for draft in self.drafts if draft.first <= index < draft.last]

    def item_after(self, span: Span) -> int:
        """Return the first item that starts behind ``span``."""
        items = self.sentence.items
        return next((i for i, item in enumerate(items) if item.span.start >= span.end), len(items))

    def _fragments(self, first: int, last: int) -> tuple[Span, ...]:
        return tuple(
            part
            for index in range(first, last)
            if (marked := self.sentence.items[index].marked) is not None
            and not is_name(self.sentence, index, self.lexicon)
            for part in content_of(self.sentence.text, marked)
        )


def content_of(text: str, marked: Marked) -> tuple[Span, ...]:
    """Return the content of a marked string: what is inside, without the final full stop."""
    last = without_stop(text, marked.parts[-1])
    return (*marked.parts[:-1], *([last] if last is not None else []))

"""What was decided in a project is suggested, or not suggested again, wherever it stands.

A decision is remembered by the folded words of its span, which has no proclitics (CONTRACTS).
In another article the same words are looked for, with proclitics before the first of them cut
off. So أرمينيا, once marked, is found in لأرمينيا; once rejected, no engine brings it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from annotator.arabic.clitics import cuts
from annotator.arabic.folding import fold
from annotator.arabic.tokens import Token, tokenize
from annotator.core.article import Article
from annotator.core.entities import Entity, Reason, Status
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.progress import Progress
from annotator.core.spans import Span
from annotator.suggest.base import READY, Availability, Found

Form = tuple[str, ...]
"""The folded tokens of a span."""

_SHORTEST = 2
"""A remembered form of fewer letters than this says too little."""


class Evidence(NamedTuple):
    """How often a form was accepted under a label, and how often rejected under it."""

    accepted: int = 0
    rejected: int = 0


def form_of(string: str) -> Form:
    """Return the form under which the string of a span is remembered."""
    return tuple(folded for token in tokenize(string) if (folded := fold(token.text)))


class Memory:
    """Counts of decisions by form and label. Not safe to change from two threads at once."""

    def __init__(self) -> None:
        self._evidence: dict[Form, dict[str, Evidence]] = {}
        self._longer: dict[str, dict[Form, None]] = {}

    def __bool__(self) -> bool:
        return bool(self._evidence)

    def add(self, string: str, label: str, *, accepted: int = 0, rejected: int = 0) -> None:
        """Count decisions about ``string``; negative counts take decisions back."""
        form = form_of(string)
        if sum(map(len, form)) < _SHORTEST:
            return
        labels = self._evidence.setdefault(form, {})
        before = labels.get(label, Evidence())
        now = Evidence(before.accepted + accepted, before.rejected + rejected)
        if now == Evidence():
            labels.pop(label, None)
        else:
            labels[label] = now
        forms = self._longer.setdefault(form[0], {})
        if labels:
            forms[form] = None
        else:
            del self._evidence[form]
            forms.pop(form, None)

    def evidence(self, form: Form) -> Mapping[str, Evidence]:
        """Return what is known of a form, by label."""
        return self._evidence.get(form, {})

    def starting_with(self, word: str) -> Iterable[Form]:
        """Return the remembered forms whose first folded word is ``word``."""
        return self._longer.get(word, ())

    def best(self, form: Form) -> tuple[str, float] | None:
        """Return the label to suggest for a form and its score in 0..1, or None.

        The score is the share of decisions that accepted the label, with one of each kind added
        (Laplace): one acceptance gives 0.67, ten 0.92. Below one half nothing is suggested.
        """
        labels = self.evidence(form)
        decided = sum(e.accepted + e.rejected for e in labels.values())
        label, found = max(
            labels.items(), key=lambda item: (item[1].accepted, item[0]), default=("", Evidence())
        )
        score = (found.accepted + 1) / (decided + 2)
        return (label, score) if found.accepted and score > 0.5 else None

    def refuses(self, string: str, label: str) -> bool:
        """Whether ``string`` was rejected under ``label`` and never accepted under it."""
        known = self.evidence(form_of(string)).get(label, Evidence())
        return known.rejected > 0 and known.accepted == 0


def without_refused(
    found: Found, text: str, memory: Memory, label_of: Callable[[str], str] = str
) -> Found:
    """Return ``found`` less the entities that the memory refuses.

    ``label_of`` turns the label of a suggestion into that of the memory.
    """
    kept = tuple(
        e for e in found.entities if not memory.refuses(e.span.of(text), label_of(e.label))
    )
    return Found(kept, found.quotes, found.nonquotes)


class MemorySuggester:
    """Suggests what the memory knows: at each word the longest form."""

    id = "memory"
    name: Message = message(QT_TRANSLATE_NOOP("messages", "Earlier decisions"))

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def availability(self) -> Availability:
        """Say that it can always run; an empty memory finds nothing."""
        return READY

    def suggest(self, article: Article, found: Found, progress: Progress) -> Found:
        """Return the remembered spans of ``article``; they do not overlap each other."""
        if not self._memory:
            return Found()
        # A token that folds to nothing (a lone tatweel) is in no form.
        tokens = [token for token in tokenize(article.text) if fold(token.text)]
        folded = [fold(token.text) for token in tokens]
        entities: list[Entity] = []
        at = 0
        while at < len(tokens):
            progress.check()
            match = max(
                self._matches(tokens, folded, at),
                key=lambda m: (m[1], m[0].end - m[0].start),
                default=None,
            )
            if match is None:
                at += 1
                continue
            span, length, label, score = match
            entities.append(
                Entity(
                    id=f"m{len(entities) + 1}",
                    span=span,
                    label=label,
                    status=Status.SUGGESTED,
                    origin=self.id,
                    score=score,
                    reasons=(Reason(self.id, score, "same-words"),),
                )
            )
            at += length
        return Found(tuple(entities))

    def _matches(
        self, tokens: list[Token], folded: list[str], at: int
    ) -> Iterator[tuple[Span, int, str, float]]:
        """Yield (span, tokens, label, score) of every remembered form at token ``at``."""
        token = tokens[at]
        for cut, first in _readings(token.text, folded[at]):
            for form in self._memory.starting_with(first):
                end = at + len(form)
                if form[1:] != tuple(folded[at + 1 : end]):
                    continue
                best = self._memory.best(form)
                if best is not None:
                    span = Span(token.start + cut, tokens[end - 1].end)
                    yield span, len(form), *best


def _readings(word: str, folded: str) -> Iterator[tuple[int, str]]:
    """Yield (code points cut, folded rest) of every way to read a word's proclitics."""
    yield 0, folded
    for cut in cuts(word):
        rest = fold(word[cut:])
        yield cut, rest
        if rest.startswith("ل") and fold(word[:cut]).endswith("ل"):
            yield cut, "ال" + rest[1:]  # للأمم is ل and الأمم

"""Where annotation contradicts itself: in a label, in where a span begins, in what is left out.

:class:`annotator.review.names.Names` counts first; then each article is held against the counts.
What a person rejected somewhere is a decision: it is not proposed there again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from annotator.arabic.clitics import cuts
from annotator.arabic.folding import fold
from annotator.arabic.tokens import Token, tokenize
from annotator.core import decisions
from annotator.core.annotated import AnnotatedArticle
from annotator.core.decisions import Actor
from annotator.core.edits import Change, Edit, apply
from annotator.core.entities import Entity, Status
from annotator.core.spans import Span, span_fault
from annotator.review.names import (
    Known,
    Names,
    before,
    form_at,
    without_clitic,
    without_title,
)

_AROUND = 70
"""Code points of context that a finding carries on either side, cut words left out."""

_SHORTEST = 2
_ARTICLE = "ال"


class FindingKind(StrEnum):
    """What is inconsistent: the label, where the span begins, or that there is none."""

    LABEL = "label"
    CLITIC = "clitic"
    TITLE = "title"
    UNLABELLED = "unlabelled"


@dataclass(frozen=True, slots=True)
class Finding:
    """One inconsistency, and what would mend it.

    ``article`` is the article's key, ``record`` the entity's id ("" where there is none).
    The fix is a span and a label; ``here`` counts how often it is as here, ``there`` how often
    as the fix would have it. ``context`` is the text before and after the span.
    """

    kind: FindingKind
    article: int
    span: Span
    label: str
    record: str
    to_span: Span
    to_label: str
    here: int
    there: int
    name: str
    context: tuple[str, str]

    @property
    def to_name(self) -> str:
        """What the span would cover after the fix."""
        text = self.context[0] + self.name + self.context[1]
        return self.to_span.shifted(len(self.context[0]) - self.span.start).of(text)

    @property
    def place(self) -> str:
        """What names this finding at its place, for good."""
        return f"{self.kind}:{self.article}:{self.span.start}:{self.span.end}:{self.label}"

    @property
    def everywhere(self) -> str:
        """What names findings like this one of the same name, wherever they are."""
        return f"{self.kind}:*:{fold(self.name)}:{self.label}"


def findings(
    article: int,
    state: AnnotatedArticle,
    names: Names,
    is_ordinary: Callable[[str], bool] = lambda _word: False,
) -> Iterator[Finding]:
    """Yield what is inconsistent in an annotation set, held against ``names``, in reading order.

    ``is_ordinary`` says of a single word, as it is written, that it mostly is no name: then it is
    not missed where it has no label (الطريق, once the name of a film).
    """
    found = [
        *_of_entities(article, state, names),
        *_unlabelled(article, state, names, is_ordinary),
    ]
    yield from sorted(found, key=lambda finding: (finding.span, finding.kind))


def fix(state: AnnotatedArticle, found: Iterable[Finding], actor: Actor) -> Edit:
    """Return the edit that mends these findings of one article, as one step.

    A finding whose place has changed since is passed over.
    """
    changes: list[Change] = []
    for finding in found:
        edit = _fix_one(state, finding, actor)
        if edit is not None and edit.changes:
            changes += edit.changes
            state = apply(state, edit)
    return Edit("consistency", tuple(changes), actor.name, actor.at, {"count": len(changes)})


def stands(state: AnnotatedArticle, finding: Finding) -> bool:
    """Whether the place of a finding in its article is still as it was found."""
    if finding.kind is FindingKind.UNLABELLED:
        return not any(e.span.overlaps(finding.span) for e in _standing(state))
    entity = state.entity(finding.record)
    return entity is not None and (entity.span, entity.label, entity.status) == (
        finding.span,
        finding.label,
        Status.ACCEPTED,
    )


def _fix_one(state: AnnotatedArticle, finding: Finding, actor: Actor) -> Edit | None:
    if not stands(state, finding):
        return None
    if finding.kind is FindingKind.UNLABELLED:
        return decisions.add_entities(state, [finding.span], finding.to_label, actor)
    if finding.kind is FindingKind.LABEL:
        return decisions.relabel(state, [finding.record], finding.to_label, actor)
    return decisions.resize(state, finding.record, finding.to_span, actor)


def _of_entities(article: int, state: AnnotatedArticle, names: Names) -> Iterator[Finding]:
    rejected = _rejected(state)
    for entity in state.entities:
        if entity.status is not Status.ACCEPTED:
            continue
        form = form_at(state.text, entity.span)
        known = names.known(form)
        if known is None:
            continue
        best = known.label
        if best != entity.label and (entity.span, best) not in rejected:
            here, there = known.labels[entity.label], known.labels[best]
            yield _finding(
                FindingKind.LABEL, article, state, entity, counts=(here, there), label=best
            )
        for kind, start, here, there in _starts(state.text, entity, known, names):
            span = Span(start, entity.span.end)
            if (span, entity.label) not in rejected and span_fault(state.text, span) is None:
                yield _finding(kind, article, state, entity, counts=(here, there), span=span)


def _starts(
    text: str, entity: Entity, known: Known, names: Names
) -> Iterator[tuple[FindingKind, int, int, int]]:
    """Yield where the span should begin instead, with how often it is so and how often not.

    Most spans decide; where they are even, the guidelines: no proclitic and no title inside.
    """
    for start, rest in without_clitic(text, entity.span):
        shorter = names.known(rest)
        if shorter and names.is_clitic(text, entity.span, start, shorter):
            inside, outside = names.clitic_inside[rest], shorter.clitic_outside
            if outside >= inside or not outside:
                yield FindingKind.CLITIC, start, inside, shorter.accepted
            break
    for start, rest in without_title(text, entity.span):
        shorter = names.known(rest)
        if shorter and entity.label in shorter.labels:
            inside, outside = names.title_inside[rest], shorter.title_outside
            if outside >= inside or not outside:
                yield FindingKind.TITLE, start, inside, shorter.accepted
            break
    outside_here = before(text, entity.span)
    form = form_at(text, entity.span)
    if outside_here.clitic is not None and names.clitic_inside[form] > known.clitic_outside > 0:
        here, there = known.clitic_outside, names.clitic_inside[form]
        yield FindingKind.CLITIC, outside_here.clitic, here, there
    if outside_here.title is not None and names.title_inside[form] > known.title_outside > 0:
        here, there = known.title_outside, names.title_inside[form]
        yield FindingKind.TITLE, outside_here.title, here, there


def _unlabelled(
    article: int, state: AnnotatedArticle, names: Names, is_ordinary: Callable[[str], bool]
) -> Iterator[Finding]:
    text = state.text
    taken = [entity.span for entity in _standing(state)]
    rejected = {span for span, _ in _rejected(state)}
    tokens = [token for token in tokenize(text) if fold(token.text)]
    folded = [fold(token.text) for token in tokens]
    end = 0
    for at, token in enumerate(tokens):
        if token.start < end:
            continue
        span, known = max(
            _matches(tokens, folded, at, names),
            key=lambda match: (match[0].end, match[1].accepted, -match[0].start),
            default=(None, None),
        )
        if span is None or known is None:
            continue
        end = span.end
        if span in rejected or any(span.overlaps(other) for other in taken):
            continue
        if span.end <= token.end and is_ordinary(span.of(text)):
            continue
        if not names.is_missed(text, span, known):
            continue
        there, label = known.labels[known.label], known.label
        yield Finding(
            FindingKind.UNLABELLED, article, span, "", "", span, label, 0, there,
            span.of(text), _context(text, span),
        )  # fmt: skip


def _matches(
    tokens: list[Token], folded: list[str], at: int, names: Names
) -> Iterator[tuple[Span, Known]]:
    """Yield every known name that begins at a token, after its proclitics or with them."""
    token = tokens[at]
    for cut, first in _readings(token.text, folded[at]):
        for form in names.starting_with(first):
            after = at + len(form)
            known = names.known(form)
            if (
                known is not None
                and sum(map(len, form)) >= _SHORTEST
                and form[1:] == tuple(folded[at + 1 : after])
            ):
                yield Span(token.start + cut, tokens[after - 1].end), known


def _readings(word: str, folded: str) -> Iterator[tuple[int, str]]:
    """Yield (code points cut, folded rest) of every way to read a word's proclitics."""
    yield 0, folded
    for cut in cuts(word):
        rest = fold(word[cut:])
        yield cut, rest
        if rest.startswith("ل") and fold(word[:cut]).endswith("ل"):
            yield cut, _ARTICLE + rest[1:]


def _finding(
    kind: FindingKind,
    article: int,
    state: AnnotatedArticle,
    entity: Entity,
    *,
    counts: tuple[int, int],
    span: Span | None = None,
    label: str | None = None,
) -> Finding:
    text = state.text
    return Finding(
        kind,
        article,
        entity.span,
        entity.label,
        entity.id,
        span or entity.span,
        label or entity.label,
        *counts,
        entity.span.of(text),
        _context(text, entity.span),
    )


def _context(text: str, span: Span) -> tuple[str, str]:
    first, last = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    before, after = text[first : span.start], text[span.end : last]
    if first > 0:
        before = before[before.find(" ") + 1 :]
    if last < len(text):
        after = after[: after.rfind(" ") + 1].rstrip()
    return before, after


def _standing(state: AnnotatedArticle) -> list[Entity]:
    return [entity for entity in state.entities if entity.status is not Status.REJECTED]


def _rejected(state: AnnotatedArticle) -> set[tuple[Span, str]]:
    return {(e.span, e.label) for e in state.entities if e.status is Status.REJECTED}

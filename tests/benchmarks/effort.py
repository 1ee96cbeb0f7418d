"""What suggestions, memory and learning save a person: gold articles replayed, decisions counted.

    python tests/benchmarks/effort.py GOLD.conll [--model FOLDER] [--threshold 0.35] [--rest]

A careful annotator works through pseudo-articles with the edits that the window makes. Accepting,
rejecting, relabelling and moving an edge are one decision each, marking a name by hand two, one
more labels every other occurrence of it, and finishing the article one. By hand alone a name takes
two. Gold whose spans are whole words is compared by whole words: a proclitic that a suggestion
leaves out, as the guidelines ask, is no error there.
"""

from __future__ import annotations

import argparse
import copy
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from annotator.arabic.folding import fold
from annotator.core import decisions
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.decisions import Actor
from annotator.core.edits import Edit
from annotator.core.entities import Entity, Status
from annotator.core.history import Timeline
from annotator.core.progress import Progress
from annotator.core.spans import Span
from annotator.core.tags import tags_to_spans
from annotator.services.learning import Corrected, learned_from
from annotator.services.remembering import echo, learn
from annotator.services.suggesting import suggest, suggest_edit
from annotator.services.words import stem_at
from annotator.storage import LearningRecord
from annotator.suggest.combine import SHOWN_FROM
from annotator.suggest.corrected import corrected_sentences
from annotator.suggest.embedded.corpus import Sentence, read_conll, windows
from annotator.suggest.embedded.model import EmbeddedModel, load_model
from annotator.suggest.memory import Memory
from annotator.suggest.statistical import shipped_model

ENGINES = ("embedded", "gazetteer", "organisations", "persons")
ARTICLE_WORDS = 350
ACTOR = Actor("replay", "2026-01-01T00:00:00Z")
BY_HAND = 2.0


class Name(NamedTuple):
    """A gold name: whole words of the text, and its label."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Gold:
    """An article as it should be annotated."""

    article: Article
    names: tuple[Name, ...]


class Effort(NamedTuple):
    """Decisions made and names there were."""

    decisions: int = 0
    names: int = 0

    @property
    def each(self) -> float:
        """Decisions a name."""
        return self.decisions / self.names if self.names else 0.0

    def plus(self, other: Effort) -> Effort:
        """Return both together."""
        return Effort(self.decisions + other.decisions, self.names + other.names)


@dataclass(frozen=True, slots=True)
class Way:
    """How the annotator works.

    ``accept_rest``: finishing accepts what stands, so that only wrong suggestions are touched.
    Suggestions below ``threshold`` are hidden.
    """

    accept_rest: bool = False
    threshold: float = SHOWN_FROM


@dataclass(slots=True)
class Project:
    """What grows from article to article: the memory, the model, what was corrected."""

    base: EmbeddedModel
    model: EmbeddedModel | None = None
    memory: Memory = field(default_factory=Memory)
    corrected: list[Corrected] = field(default_factory=list)
    records: list[LearningRecord] = field(default_factory=list)

    def suggested(self, article: Article) -> AnnotatedArticle:
        """Return the article as it opens."""
        found = suggest(
            article,
            engines=ENGINES,
            memory=self.memory,
            model=self.model or self.base,
            progress=Progress(),
        )
        state = AnnotatedArticle(article)
        return Timeline(state).perform(suggest_edit(state, found, ACTOR)).state

    def take_in(self, done: AnnotatedArticle) -> None:
        """Keep a finished article for learning."""
        self.corrected.append((done.article.sha256, corrected_sentences(done)))

    def learn(self) -> None:
        """Learn from what was finished so far, as the window does in the background."""
        count = len(self.corrected)
        learned = learned_from(self.corrected, self.base, self.model, count, Progress())
        if learned is not None:
            self.records.append(learned.record)
            self.model = learned.model or self.model


class Annotator:
    """Works on one article; every edit is one that the window makes too."""

    def __init__(self, opened: AnnotatedArticle, gold: Gold, memory: Memory, way: Way) -> None:
        self.timeline = Timeline(opened)
        self.decisions = 0
        self._gold, self._memory, self._way = gold, memory, way
        self._left: set[str] = set()  # right ones, which finishing will accept

    @property
    def state(self) -> AnnotatedArticle:
        """The article as it is now."""
        return self.timeline.state

    def work(self) -> AnnotatedArticle:
        """Annotate from the start to the end, finish, and return the article."""
        while (item := self._next()) is not None:
            if isinstance(item, Name):
                self._add(item)
            else:
                self._judge(item)
        self._do(
            decisions.finish(
                self.state,
                ACTOR,
                accept_rest=self._way.accept_rest,
                least=self._way.threshold,
            ),
            1,
        )
        return self.state

    def _next(self) -> Entity | Name | None:
        """Return the next suggestion to judge or name to mark, in reading order."""
        shown = self._shown()
        covered = [e.span for e in self.state.entities if e.status is Status.ACCEPTED]
        covered += [e.span for e in shown] + [self._entity(i).span for i in self._left]
        missing = [
            name for name in self._gold.names if not any(name.span.overlaps(s) for s in covered)
        ]
        return min([*shown, *missing], key=lambda item: item.span, default=None)

    def _shown(self) -> list[Entity]:
        return [
            e
            for e in self.state.entities
            if e.status is Status.SUGGESTED
            and e.id not in self._left
            and (e.score is None or e.score >= self._way.threshold)
        ]

    def _judge(self, entity: Entity) -> None:
        span = whole_words(self.state.text, entity.span)
        name = self._meant(entity, span)
        if name is None:
            self._do(decisions.reject(self.state, [entity.id], ACTOR), 1)
            return
        edges = (span.start != name.span.start) + (span.end != name.span.end)
        if not edges and entity.label == name.label:
            if self._way.accept_rest:
                self._left.add(entity.id)
            else:
                self._do(decisions.accept(self.state, [entity.id], ACTOR), 1)
            return
        if entity.label != name.label:
            self._do(decisions.relabel(self.state, [entity.id], name.label, ACTOR), 1)
        if edges:
            start = entity.span.start
            if span.start != name.span.start:
                start = stem_at(self.state.text, name.span.start).start
            to = Span(start, name.span.end)
            self._do(decisions.resize(self.state, entity.id, to, ACTOR), edges)

    def _meant(self, entity: Entity, span: Span) -> Name | None:
        """Return the gold name that a suggestion can be made into more cheaply than by hand.

        A name that is accepted already, or that another suggestion has right, is not meant.
        """
        right = {
            (whole_words(self.state.text, e.span), e.label)
            for e in self.state.entities
            if e.id != entity.id and e.status is not Status.REJECTED and e.id in self._standing()
        }
        best: tuple[int, Name] | None = None
        for name in self._gold.names:
            if not name.span.overlaps(span) or (name.span, name.label) in right:
                continue
            cost = (span.start != name.span.start) + (span.end != name.span.end)
            cost += entity.label != name.label
            if cost < BY_HAND + 1 and (best is None or cost < best[0]):
                best = (cost, name)
        return best[1] if best else None

    def _standing(self) -> set[str]:
        accepted = {e.id for e in self.state.entities if e.status is Status.ACCEPTED}
        return accepted | self._left | {e.id for e in self._shown()}

    def _add(self, name: Name) -> None:
        text = self.state.text
        covered = [e.span for e in self.state.entities if e.status is Status.ACCEPTED]
        twins = [
            other
            for other in self._gold.names
            if other.label == name.label
            and _words(text, other.span) == _words(text, name.span)
            and not any(other.span.overlaps(span) for span in covered)
        ]
        # Suggestions of the same words come by themselves; labelling all at once pays from three.
        every = len(twins) > 2 and not self._way.accept_rest
        spans = [_stem(text, one.span) for one in (twins if every else [name])]
        self._do(decisions.add_entities(self.state, spans, name.label, ACTOR), 3 if every else 2)

    def _do(self, edit: Edit, cost: int) -> None:
        self.decisions += cost
        before = self.state
        self.timeline = self.timeline.perform(edit)
        learn(self._memory, before, self.state, edit)
        self.timeline = self.timeline.perform(echo(self.state, self._memory, edit, ACTOR))
        self._left &= {e.id for e in self.state.entities}

    def _entity(self, entity_id: str) -> Entity:
        entity = self.state.entity(entity_id)
        assert entity is not None
        return entity


def annotate(project: Project, gold: Gold, way: Way) -> tuple[AnnotatedArticle, Effort]:
    """Return an article as the annotator leaves it, and what it took; the memory learns."""
    annotator = Annotator(project.suggested(gold.article), gold, project.memory, way)
    done = annotator.work()
    return done, Effort(annotator.decisions, len(gold.names))


def curve(
    articles: Sequence[Gold], last: Sequence[Gold], project: Project, way: Way, stops: Sequence[int]
) -> Iterator[tuple[int, Effort, float]]:
    """Yield (articles corrected, effort on ``last``, F1 held back) at each of ``stops``.

    The articles of ``last`` are worked on at every stop anew, and not learned from. The model
    learns at the stops alone: every time it starts from the base and takes in all, so what it
    learned between changes nothing but the suggestions that the annotator corrects.
    """
    for number in range(len(articles) + 1):
        if number in stops or number == len(articles):
            project.learn()
            total = Effort()
            for gold in last:
                fresh = copy.copy(project)
                fresh.memory = copy.deepcopy(project.memory)
                total = total.plus(annotate(fresh, gold, way)[1])
            yield number, total, project.records[-1].f1_after if project.records else 0.0
        if number < len(articles):
            done, _ = annotate(project, articles[number], way)
            project.take_in(done)


def pseudo_articles(sentences: Sequence[Sentence], words: int = ARTICLE_WORDS) -> list[Gold]:
    """Return sentences in their order as articles of about ``words`` words, one a line."""
    made: list[Gold] = []
    for number, window in enumerate(windows(sentences, words)):
        text = ""
        names: list[Name] = []
        for forms, tags in window:
            places: list[Span] = []
            for form in forms:
                start = len(text) + (1 if text else 0)
                text += ("\n" if not places else " ") * bool(text) + form
                places.append(Span(start, len(text)))
            names += [
                Name(Span(places[s.first].start, places[s.last - 1].end), s.label)
                for s in tags_to_spans(tags)
            ]
        made.append(Gold(Article(f"a{number}", text), tuple(names)))
    return made


def whole_words(text: str, span: Span) -> Span:
    """Return ``span`` widened to white space."""
    start, end = span
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)


def _stem(text: str, span: Span) -> Span:
    """Return the span of a name without the proclitics of its first word, as the window marks."""
    return Span(stem_at(text, span.start).start, span.end)


def _words(text: str, span: Span) -> str:
    return fold(_stem(text, span).of(text))


def main() -> None:
    """Print the curve."""
    parser = argparse.ArgumentParser(description="Decisions a name, with memory and learning.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--model", type=Path, help="A model folder; the shipped one otherwise.")
    parser.add_argument("--threshold", type=float, default=Way().threshold)
    parser.add_argument("--rest", action="store_true", help="Finishing accepts what stands.")
    parser.add_argument("--last", type=int, default=15, help="Articles that are measured on.")
    parser.add_argument("--stops", type=int, nargs="*", default=[0, 3, 10, 30, 100])
    asked = parser.parse_args()
    base = load_model(asked.model) if asked.model else shipped_model()
    articles = pseudo_articles(read_conll(asked.gold))
    way = Way(asked.rest, asked.threshold)
    cut = len(articles) - asked.last
    for number, effort, f1 in curve(
        articles[:cut], articles[cut:], Project(base), way, asked.stops
    ):
        sys.stdout.write(f"{number:4} articles  {effort.each:.2f} decisions a name  F1 {f1:.2f}\n")


if __name__ == "__main__":
    main()

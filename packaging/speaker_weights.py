"""Learn ``resources/lexicons/speaker_weights.toml``: what tells who said a quote.

A conditional logit over the candidates of each quote: the weights make those that the passages
name more likely than the others, with a penalty on large weights. Each passage is read several
times: with the entities that its author marked, and with those that the program suggests, for
that is what the rules are given at work. While learning, the right speaker is remembered as the
last one, whatever the weights would have said.

It learns from the passages of ``tests/suggest/quotes/passages`` written for the project (all but
the files named in HELD_OUT), and from the articles of ``real_news/seen.json``, whose texts it
takes from the archive of the ANT corpus 2.1 (Chouigui, Ben Khiroun and Elayeb 2017, Apache 2.0).
Weights of some hundred facts say nothing of any text.

Use: python packaging/speaker_weights.py ant_news.tar.xz
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType

import numpy as np

from annotator.arabic.folding import fold
from annotator.bundled import resource
from annotator.core.annotated import AnnotatedArticle
from annotator.core.progress import Progress
from annotator.core.quotes import Quote
from annotator.services.suggesting import suggest
from annotator.suggest.base import Found
from annotator.suggest.quotes import QuoteSuggester
from annotator.suggest.quotes.candidates import Candidate
from annotator.suggest.quotes.drafts import Draft

HELD_OUT = frozenset({"third_author", "fourth_author", "fourth_author_shut", "fifth_author"})
PENALTY = 1.0
BEFOREHAND = {
    "gender:other": -2.5,
    "passes-slot": -1.5,
    "beside-woman": -2.5,
    "heard": 1.5,
    "opening:was": 2.0,
    "joined&earlier-subject": 1.0,
    "participle&earlier-subject": 1.0,
}
"""Weights as expected before anything is learned: what grammar tells and few passages show."""
ROUNDS = 600
STEP = 0.4
ENGINES: tuple[tuple[str, ...] | None, ...] = (None, ("gazetteer", "organisations", "persons"))
_HEAD = """# What tells who said a quote: the weights of facts about each candidate. Made by
# packaging/speaker_weights.py from {quotes} quotes of passages written for this project and of
# annotated news (ANT corpus 2.1, Apache 2.0); not to be edited by hand. A fact that is not
# listed weighs nothing.

[weights]
"""

Group = tuple[list[frozenset[str]], list[bool]]


class Teacher:
    """Answers with who is right, and notes the candidates of every quote of the passage."""

    def __init__(self, gold: AnnotatedArticle) -> None:
        self._gold = gold
        self.groups: list[Group] = []

    def choose(self, draft: Draft, candidates: Sequence[Candidate]) -> Candidate | None:
        """See :class:`annotator.suggest.quotes.ranking.Chooser`."""
        quote = next((q for q in self._gold.quotes if _answers(draft, q)), None)
        if quote is None or quote.source is None:
            return next(iter(candidates), None)
        right = [self._is_right(candidate, quote) for candidate in candidates]
        if any(right) and not all(right):
            self.groups.append(([frozenset(c.features) for c in candidates], right))
        return next((c for c, is_right in zip(candidates, right, strict=True) if is_right), None)

    def _is_right(self, candidate: Candidate, quote: Quote) -> bool:
        span = candidate.mention.span
        if span in (quote.source, quote.speaker):
            return True
        spoken = quote.speaker or quote.source
        assert spoken is not None
        own, words = (fold(s.of(self._gold.text)).split() for s in (span, spoken))
        return candidate.mention.named and own[-1:] == words[-1:]


def _answers(draft: Draft, quote: Quote) -> bool:
    shared = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in draft.content
        for b in quote.content
    )
    size = sum(part.end - part.start for part in (*draft.content, *quote.content)) - shared
    return shared >= 0.5 * size


def groups_of(passages: Iterable[AnnotatedArticle]) -> list[Group]:
    """Return the candidates of every quote, once for each set of entities."""
    found: list[Group] = []
    for gold in passages:
        ways = [suggest(gold.article, engines=e, progress=Progress()).entities for e in ENGINES]
        if gold.entities:
            ways.append(gold.entities)
        for entities in ways:
            teacher = Teacher(gold)
            QuoteSuggester(teacher).suggest(gold.article, Found(entities=entities), Progress())
            found += teacher.groups
    return found


def learn(groups: Sequence[Group]) -> dict[str, float]:
    """Return the weights that make the right candidates likely."""
    seen = {name for features, _ in groups for facts in features for name in facts}
    names = sorted(seen | BEFOREHAND.keys())
    number = {name: at for at, name in enumerate(names)}
    rows, starts, right = [], [0], []
    for features, answers in groups:
        for facts, answer in zip(features, answers, strict=True):
            row = np.zeros(len(names))
            row[[number[name] for name in facts]] = 1
            rows.append(row)
            right.append(answer)
        starts.append(len(rows))
    x, good, at = np.array(rows), np.array(right), np.array(starts[:-1])
    group = np.repeat(np.arange(len(at)), np.diff(starts))
    expected = np.array([BEFOREHAND.get(name, 0.0) for name in names])
    weights, speed = expected.copy(), np.zeros(len(names))
    for _ in range(ROUNDS):
        sums = np.exp(np.clip(x @ weights, -30, 30))
        share = sums / np.add.reduceat(sums, at)[group]
        kept = sums * good
        wanted = kept / np.add.reduceat(kept, at)[group]
        slope = x.T @ (wanted - share) - PENALTY * (weights - expected)
        speed = 0.9 * speed + slope / len(at)
        weights += STEP * speed
    return {name: round(float(weights[number[name]]), 2) for name in names}


def cross_validate(passages: Sequence[AnnotatedArticle], folds: int = 5) -> float:
    """Return the share of quotes whose speaker weights learned on other passages find."""
    groups = [groups_of([passage]) for passage in passages]
    right = total = 0
    for fold_number in range(folds):
        rest = [g for at, own in enumerate(groups) if at % folds != fold_number for g in own]
        weights = learn(rest)
        for features, answers in (g for own in groups[fold_number::folds] for g in own):
            sums = [sum(weights.get(fact, 0.0) for fact in facts) for facts in features]
            right += answers[int(np.argmax(sums))]
            total += 1
    return right / total


def main(archive: Path) -> None:
    """Learn, and write the resource."""
    tests = Path(__file__).parents[1] / "tests" / "suggest" / "quotes"
    reader = _module(tests / "conftest.py")
    passages = [
        passage
        for path in sorted((tests / "passages").glob("*.txt"))
        if path.stem not in HELD_OUT
        for passage in reader.read_passages(path)
    ]
    passages += reader.read_real_news(tests / "real_news" / "seen.json", archive)
    print(f"right in cross-validation: {cross_validate(passages):.3f}")
    weights = learn(groups_of(passages))
    lines = [f'"{name}" = {weight}\n' for name, weight in weights.items() if abs(weight) >= 0.01]
    quotes = sum(len(passage.quotes) for passage in passages)
    path = resource("lexicons", "speaker_weights.toml")
    path.write_text(_HEAD.format(quotes=quotes) + "".join(lines), encoding="utf-8")


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("passages", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["passages"] = module
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""The card of a data set: a README in Markdown that says what is in it and how it was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, groupby
from pathlib import Path
from typing import NamedTuple

from annotator import __version__
from annotator.arabic.tokens import tokenize
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import ArticleStatus
from annotator.core.labels import LabelSet
from annotator.core.progress import Progress
from annotator.formats.base import WriteOptions, Writer, heeded_options
from annotator.review.entity_scores import NO_SPANS, Score, score_entities
from annotator.services.guidelines import GUIDELINES
from annotator.services.splits import Split
from annotator.storage import Filters, ProjectReader

NAME = "README.md"

_FINISHED = frozenset({ArticleStatus.DONE, ArticleStatus.REVIEWED})


class Card(NamedTuple):
    """What a person adds to the card: under which licence the data are; empty is not said."""

    licence: str = ""


@dataclass(slots=True)
class PartFigures:
    """Counts of one part of the data, as they were written."""

    articles: int = 0
    tokens: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    quotes: Counter[str] = field(default_factory=Counter)

    def add(self, article: AnnotatedArticle) -> None:
        """Count one article."""
        self.articles += 1
        self.tokens += len(tokenize(article.text))
        self.labels.update(entity.label for entity in article.entities)
        self.quotes.update(quote.type.value for quote in article.quotes)


class Agreement(NamedTuple):
    """Two annotators, how many finished articles they share, and the F1 of their spans there."""

    one: str
    other: str
    articles: int
    score: Score


def card_path(out: Path, *, folder: bool) -> Path:
    """Return where the card of an export goes: into its folder, or beside its file."""
    return out / NAME if folder else out.with_name(f"{out.stem}.{NAME}")


def agreements(project: ProjectReader, progress: Progress) -> list[Agreement]:
    """Return how far annotators agree, for each two who finished the same articles.

    Raises:
        Cancelled: ``progress`` asked for it.
    """
    scores: dict[tuple[str, str], tuple[int, Score]] = {}
    sets = project.annotated(Filters(statuses=_FINISHED))
    for _, group in groupby(sets, key=lambda one: one.article.sha256):
        progress.check()
        for one, other in combinations([one for one in group if one.annotator], 2):
            pair = (one.annotator, other.annotator)
            articles, score = scores.get(pair, (0, NO_SPANS))
            found = score_entities([(one, other)]).exact
            scores[pair] = (articles + 1, score.plus(found))
    return [Agreement(*pair, *found) for pair, found in sorted(scores.items())]


def card_text(
    project: ProjectReader,
    parts: Mapping[str, PartFigures],
    *,
    card: Card,
    made: Mapping[str, str],
    agreement: Sequence[Agreement] = (),
) -> str:
    """Return the card. ``made`` says with which options, by their names.

    The lines between the dashes at its head are those that Hugging Face reads.
    """
    return "\n".join(
        [
            *_head(card),
            f"# {project.path.stem}",
            "",
            "Arabic news text with entities and quotes.",
            "",
            *_sizes(parts),
            *_labels(project.label_set, parts),
            *_quotes(parts),
            *_agreement(agreement),
            *_how(card, made),
            *_guidelines(project),
        ]
    )


def how_made(
    format_: Writer, options: WriteOptions, split: Split | None, shuffle: int | None
) -> dict[str, str]:
    """Return how an export is made, for its card."""
    made = {"format": str(format_.name)}
    if "scheme" in heeded_options(format_):
        made |= {"tags": options.scheme.value, "tokens": options.tokens.value}
    if options.labels:
        pairs = (f"{ours} as {theirs}" for ours, theirs in options.labels.items())
        made["labels written"] = ", ".join(pairs)
    if split is not None:
        made["split"] = "/".join(map(str, split.shares)) + f" by article, seed {split.seed}"
        made["stratified by label"] = "yes" if split.stratified else "no"
        made["near-duplicates in one part"] = "yes" if split.together else "no"
    if shuffle is not None:
        made["shuffled"] = f"seed {shuffle}"
    return made


def without_head(text: str) -> str:
    """Return a card without the lines between dashes at its head."""
    return text.partition("---\n")[2].partition("---\n")[2]


def _head(card: Card) -> Iterator[str]:
    yield "---"
    yield "language: [ar]"
    if card.licence:
        yield f"license: {_cell(card.licence)!r}"
    yield "task_categories: [token-classification]"
    yield "---"


def _sizes(parts: Mapping[str, PartFigures]) -> Iterator[str]:
    yield "## Size"
    yield ""
    rows: list[tuple[object, ...]] = [
        (name or "all", part.articles, part.tokens, part.labels.total(), part.quotes.total())
        for name, part in parts.items()
    ]
    if len(rows) > 1:
        every = list(parts.values())
        spans = sum(part.labels.total() for part in every)
        quotes = sum(part.quotes.total() for part in every)
        articles, tokens = sum(p.articles for p in every), sum(p.tokens for p in every)
        rows.append(("all", articles, tokens, spans, quotes))
    yield from _table(("part", "articles", "tokens", "spans", "quotes"), rows)


def _labels(label_set: LabelSet, parts: Mapping[str, PartFigures]) -> Iterator[str]:
    yield "## Labels"
    yield ""
    used = sum((part.labels for part in parts.values()), Counter[str]())
    known = [label.id for label in label_set]
    rows = []
    for name in [*known, *sorted(used.keys() - set(known))]:
        label = label_set.get(name)
        names = " / ".join(dict.fromkeys(label.names.values())) if label else ""
        means = " / ".join(label.description.values()) if label else ""
        counts = (part.labels[name] for part in parts.values())
        rows.append((f"`{_cell(name)}`", names, *counts, means))
    titles = [part or "spans" for part in parts]
    yield from _table(("label", "name", *titles, "description"), rows)


def _quotes(parts: Mapping[str, PartFigures]) -> Iterator[str]:
    types = sorted(set().union(*(part.quotes for part in parts.values())))
    if types:
        yield "## Quotes"
        yield ""
        rows = [(name, *(part.quotes[name] for part in parts.values())) for name in types]
        yield from _table(("type", *(part or "quotes" for part in parts)), rows)


def _agreement(found: Sequence[Agreement]) -> Iterator[str]:
    if found:
        yield "## Agreement"
        yield ""
        yield "F1 of exact spans with their labels, on articles that both have finished."
        yield ""
        rows = [(a.one, a.other, a.articles, f"{a.score.f1:.3f}") for a in found]
        yield from _table(("annotator", "annotator", "articles", "F1"), rows)


def _how(card: Card, made: Mapping[str, str]) -> Iterator[str]:
    yield "## How it was made"
    yield ""
    yield f"- program: annotator {__version__}"
    yield from (f"- {name}: {_cell(value)}" for name, value in made.items())
    yield f"- licence: {_cell(card.licence) or 'not stated'}"
    yield ""


def _guidelines(project: ProjectReader) -> Iterator[str]:
    text = project.state(GUIDELINES)
    if isinstance(text, str) and text.strip():
        yield "## Guidelines"
        yield ""
        # Their headings become smaller ones of this page.
        yield from (f"##{line}" if line.startswith("#") else line for line in text.splitlines())
        yield ""


def _table(titles: Sequence[str], rows: Sequence[Sequence[object]]) -> Iterator[str]:
    yield f"| {' | '.join(titles)} |"
    yield f"|{'---|' * len(titles)}"
    yield from (f"| {' | '.join(_cell(str(cell)) for cell in row)} |" for row in rows)
    yield ""


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())

"""The card of a data set: a README in Markdown that says what is in it and how it was made."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, groupby
from pathlib import Path
from typing import NamedTuple

from annotator import __version__
from annotator.arabic.tokens import tokenize
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import ArticleStatus
from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.plain_markdown import markdown_code, plain_markdown
from annotator.core.progress import Progress
from annotator.core.quotes import QuoteType
from annotator.formats.base import WriteOptions, Writer, heeded_options
from annotator.review.entity_scores import NO_SPANS, Score, score_entities
from annotator.services.guidelines import GUIDELINES, default_guidelines
from annotator.services.splits import Split
from annotator.services.telling import teller
from annotator.storage import Filters, ProjectReader

NAME = "README.md"

Made = Sequence[tuple[Message, "Message | str"]]
"""How an export was made: what with its value."""

_LOADED = re.compile(r"!(?=\[)|<(?=[a-z/!?])", re.IGNORECASE)

_Told = Callable[[Message], str]

_FINISHED = frozenset({ArticleStatus.DONE, ArticleStatus.REVIEWED})


class Card(NamedTuple):
    """What a person adds to the card: under which licence the data are; empty is not said.

    ``languages`` are those of the card's own words, one after the other.
    """

    licence: str = ""
    languages: tuple[str, ...] = ("en",)


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
    made: Made,
    agreement: Sequence[Agreement] = (),
) -> str:
    """Return the card. ``made`` says with which options, by their names.

    The lines between the dashes at its head are those that Hugging Face reads.
    """
    lines = [*_head(card), f"# {plain_markdown(project.path.stem)}", ""]
    for language in card.languages:
        told = teller(language)
        page = [
            told(_WHAT),
            "",
            *_sizes(parts, told),
            *_labels(project.label_set, parts, told, language),
            *_quotes(parts, told),
            *_agreement(agreement, told),
            *_how(card, made, told),
            *_guidelines(project, told, language),
        ]
        # Markdown in a block of HTML is Markdown again after an empty line.
        around = ('<div dir="rtl" lang="ar">', "</div>") if language == "ar" else ("", "")
        lines += [around[0], "", *page, around[1], ""] if around[0] else page
    return "\n".join(lines)


def how_made(
    format_: Writer, options: WriteOptions, split: Split | None, shuffle: int | None
) -> list[tuple[Message, Message | str]]:
    """Return how an export is made, for its card."""
    made: list[tuple[Message, Message | str]] = [
        (message(QT_TRANSLATE_NOOP("messages", "Format")), format_.name)
    ]
    if "scheme" in heeded_options(format_):
        made += [
            (message(QT_TRANSLATE_NOOP("messages", "Tags")), options.scheme.value),
            (message(QT_TRANSLATE_NOOP("messages", "Tokens")), options.tokens.value),
        ]
    if options.labels:
        pairs = ", ".join(f"{ours}={theirs}" for ours, theirs in options.labels.items())
        made.append((message(QT_TRANSLATE_NOOP("messages", "Other names of labels")), pairs))
    if split is not None:
        shares = "/".join(map(str, split.shares))
        what = QT_TRANSLATE_NOOP("messages", "{shares} by article, seed {seed}")
        told = message(what, shares=shares, seed=split.seed)
        made += [
            (message(QT_TRANSLATE_NOOP("messages", "Parts")), told),
            (
                message(QT_TRANSLATE_NOOP("messages", "Each label has its share in every part")),
                _yes(split.stratified),
            ),
            (
                message(QT_TRANSLATE_NOOP("messages", "Near-duplicates stay in one part")),
                _yes(split.together),
            ),
        ]
    if shuffle is not None:
        seeded = message(QT_TRANSLATE_NOOP("messages", "seed {seed}"), seed=shuffle)
        made.append((message(QT_TRANSLATE_NOOP("messages", "Shuffled")), seeded))
    return made


def without_head(text: str) -> str:
    """Return a card without the lines between dashes at its head."""
    return text.partition("---\n")[2].partition("---\n")[2]


def _head(card: Card) -> Iterator[str]:
    yield "---"
    yield "language: [ar]"
    if card.licence:
        yield f"license: {json.dumps(' '.join(card.licence.split()), ensure_ascii=False)}"
    yield "task_categories: [token-classification]"
    yield "---"


def _sizes(parts: Mapping[str, PartFigures], told: _Told) -> Iterator[str]:
    yield f"## {told(_SIZE)}"
    yield ""
    rows: list[tuple[object, ...]] = [
        (name or told(_ALL), part.articles, part.tokens, part.labels.total(), part.quotes.total())
        for name, part in parts.items()
    ]
    if len(rows) > 1:
        every = list(parts.values())
        spans = sum(part.labels.total() for part in every)
        quotes = sum(part.quotes.total() for part in every)
        articles, tokens = sum(p.articles for p in every), sum(p.tokens for p in every)
        rows.append((told(_ALL), articles, tokens, spans, quotes))
    yield from _table([told(title) for title in (_PART, _ARTICLES, _TOKENS, _SPANS, _QUOTES)], rows)


def _labels(
    label_set: LabelSet, parts: Mapping[str, PartFigures], told: _Told, language: str
) -> Iterator[str]:
    yield f"## {told(_LABELS)}"
    yield ""
    used = sum((part.labels for part in parts.values()), Counter[str]())
    known = [label.id for label in label_set]
    rows = []
    for name in [*known, *sorted(used.keys() - set(known))]:
        label = label_set.get(name)
        shown = label.name(language) if label else ""
        described = label.description if label else {}
        means = described.get(language) or " / ".join(described.values())
        counts = (part.labels[name] for part in parts.values())
        rows.append((markdown_code(name), plain_markdown(shown), *counts, plain_markdown(means)))
    titles = [part or told(_SPANS) for part in parts]
    yield from _table([told(_LABEL), told(_NAME), *titles, told(_DESCRIPTION)], rows)


def _quotes(parts: Mapping[str, PartFigures], told: _Told) -> Iterator[str]:
    types = [each for each in QuoteType if any(part.quotes[each.value] for part in parts.values())]
    if types:
        yield f"## {told(_QUOTES)}"
        yield ""
        rows = [
            (told(_TYPES[each]), *(part.quotes[each.value] for part in parts.values()))
            for each in types
        ]
        yield from _table([told(_TYPE), *(part or told(_QUOTES) for part in parts)], rows)


def _agreement(found: Sequence[Agreement], told: _Told) -> Iterator[str]:
    if found:
        what = QT_TRANSLATE_NOOP(
            "messages", "F1 of exact spans with their labels, on articles that both have finished."
        )
        yield f"## {told(_AGREEMENT)}"
        yield ""
        yield told(message(what))
        yield ""
        names = [(plain_markdown(a.one), plain_markdown(a.other)) for a in found]
        rows = [
            (*both, a.articles, f"{a.score.f1:.3f}") for both, a in zip(names, found, strict=True)
        ]
        titles = [told(_ANNOTATOR), told(_ANNOTATOR), told(_ARTICLES), "F1"]
        yield from _table(titles, rows)


def _how(card: Card, made: Made, told: _Told) -> Iterator[str]:
    yield f"## {told(_HOW)}"
    yield ""
    yield f"- {told(_PROGRAM)}: annotator {__version__}"
    for what, value in made:
        said = told(value) if isinstance(value, Message) else value
        yield f"- {told(what)}: {plain_markdown(said)}"
    yield f"- {told(_LICENCE)}: {plain_markdown(card.licence) or told(_UNSTATED)}"
    yield ""


def _guidelines(project: ProjectReader, told: _Told, language: str) -> Iterator[str]:
    """Yield the project's guidelines, else those that its annotators have had before them."""
    kept = project.state(GUIDELINES)
    text = kept if isinstance(kept, str) else default_guidelines(language)
    if text.strip():
        yield f"## {told(_GUIDELINES)}"
        yield ""
        # They stay Markdown without pictures and HTML; headings become smaller ones of this page.
        lines = _LOADED.sub(r"\\\g<0>", text).splitlines()
        yield from (f"##{line}" if line.startswith("#") else line for line in lines)
        yield ""


def _yes(holds: bool) -> Message:
    if holds:
        return message(QT_TRANSLATE_NOOP("messages", "yes"))
    return message(QT_TRANSLATE_NOOP("messages", "no"))


def _table(titles: Sequence[str], rows: Sequence[Sequence[object]]) -> Iterator[str]:
    yield f"| {' | '.join(titles)} |"
    yield f"|{'---|' * len(titles)}"
    yield from (f"| {' | '.join(map(str, row))} |" for row in rows)
    yield ""


_WHAT = message(QT_TRANSLATE_NOOP("messages", "Arabic news text with entities and quotes."))
_SIZE = message(QT_TRANSLATE_NOOP("messages", "Size"))
_PART = message(QT_TRANSLATE_NOOP("messages", "Part"))
_ALL = message(QT_TRANSLATE_NOOP("messages", "all"))
_ARTICLES = message(QT_TRANSLATE_NOOP("messages", "Articles"))
_TOKENS = message(QT_TRANSLATE_NOOP("messages", "Tokens"))
_SPANS = message(QT_TRANSLATE_NOOP("messages", "Spans"))
_QUOTES = message(QT_TRANSLATE_NOOP("messages", "Quotes"))
_LABELS = message(QT_TRANSLATE_NOOP("messages", "Labels"))
_LABEL = message(QT_TRANSLATE_NOOP("messages", "Label"))
_NAME = message(QT_TRANSLATE_NOOP("messages", "Name"))
_DESCRIPTION = message(QT_TRANSLATE_NOOP("messages", "Description"))
_TYPE = message(QT_TRANSLATE_NOOP("messages", "Type"))
_TYPES = {
    QuoteType.DIRECT: message(QT_TRANSLATE_NOOP("messages", "direct")),
    QuoteType.MIXED: message(QT_TRANSLATE_NOOP("messages", "mixed")),
    QuoteType.INDIRECT: message(QT_TRANSLATE_NOOP("messages", "indirect")),
}
_AGREEMENT = message(QT_TRANSLATE_NOOP("messages", "Agreement"))
_ANNOTATOR = message(QT_TRANSLATE_NOOP("messages", "Annotator"))
_HOW = message(QT_TRANSLATE_NOOP("messages", "How it was made"))
_PROGRAM = message(QT_TRANSLATE_NOOP("messages", "Program"))
_LICENCE = message(QT_TRANSLATE_NOOP("messages", "Licence"))
_UNSTATED = message(QT_TRANSLATE_NOOP("messages", "not stated"))
_GUIDELINES = message(QT_TRANSLATE_NOOP("messages", "Guidelines"))

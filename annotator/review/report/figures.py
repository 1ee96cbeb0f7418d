"""Agreement as tables: by pair, by label, by article, and which labels stand against which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.review.agreement import METRICS
from annotator.review.agreement.base import Figure, Metric
from annotator.review.agreement.breakdown import Breakdown, break_down, by_article
from annotator.review.agreement.confusion import ConfusionMatrix, confusion
from annotator.review.agreement.sample import Sample
from annotator.review.entity_scores import NOTHING
from annotator.review.records import Kind
from annotator.review.report.differences import anchor
from annotator.review.report.voice import Voice
from annotator.review.words import KINDS

AGREEMENT = Message(QT_TRANSLATE_NOOP("messages", "Agreement"))
BY_LABEL = Message(QT_TRANSLATE_NOOP("messages", "By label"))
BY_ARTICLE = Message(QT_TRANSLATE_NOOP("messages", "By article"))
CONFUSION = Message(QT_TRANSLATE_NOOP("messages", "Labels against labels"))
DIFFERENCES = Message(QT_TRANSLATE_NOOP("messages", "Differences by kind"))
_METRIC = Message(QT_TRANSLATE_NOOP("messages", "Measure"))
_ALL = Message(QT_TRANSLATE_NOOP("messages", "All together"))
_LABEL = Message(QT_TRANSLATE_NOOP("messages", "Label"))
_ARTICLE = Message(QT_TRANSLATE_NOOP("messages", "Article"))
_COUNT = Message(QT_TRANSLATE_NOOP("messages", "Differences"))
_SETTLED = Message(QT_TRANSLATE_NOOP("messages", "Settled"))
_KIND = Message(QT_TRANSLATE_NOOP("messages", "Kind"))
_CROSSED = Message(
    QT_TRANSLATE_NOOP(
        "messages",
        "Rows are the labels of the first of the two, columns those of the second; the last row and"
        " column count spans that the other one has not.",
    )
)

_ROWS = QT_TRANSLATE_NOOP("messages", "All {count} articles, each with a link to its differences")
_MOST_ROWS = 40
"""More articles than these are folded."""

_OF_ARTICLES = ("exact", "overlap", "quote_content_half")
"""Metrics that every article has a figure of."""

Kinds = Mapping[tuple[str, str], Mapping[Kind, int]]


class ArticleRow(NamedTuple):
    """What the table of articles tells of one: its name, its differences, and those settled."""

    name: str
    differences: int
    settled: int


def agreement(sample: Sample, voice: Voice) -> Iterator[str]:
    """Yield the table of all metrics by pair, and that of metrics by label."""
    found = [break_down(metric, sample) for metric in METRICS]
    pairs = list(sample.pairs)
    yield f"<h2>{voice.say(AGREEMENT)}</h2>\n"
    several = len(pairs) > 1
    heads = [voice.say(_ALL)] if several else []
    heads += [voice.pair(*pair) for pair in pairs]
    rows = [
        (_named(one.metric, voice), [*([one.whole] if several else []), *one.pairs.values()])
        for one in found
    ]
    yield from _figures(voice.say(_METRIC), heads, rows, voice)
    yield from _by_label(found, sample, voice)


def confusions(sample: Sample, voice: Voice) -> Iterator[str]:
    """Yield a matrix for each pair of annotators, cells tinted by their counts."""
    if not sample.labels:
        return
    yield f"<h2>{voice.say(CONFUSION)}</h2>\n<p class='faint'>{voice.say(_CROSSED)}</p>\n"
    yield '<div class="matrices">\n'
    for (a, b), pair in sample.pairs.items():
        yield f"<table class='matrix'>\n<caption>{voice.pair(a, b)}</caption>\n"
        yield from _matrix(confusion(pair), voice)
        yield "</table>\n"
    yield "</div>\n"


def kinds_table(kinds: Kinds, voice: Voice) -> Iterator[str]:
    """Yield how many differences of each kind every two annotators have."""
    yield f"<h2>{voice.say(DIFFERENCES)}</h2>\n<div class='wide'><table>\n<thead><tr>"
    yield f"<th scope='col'>{voice.say(_KIND)}</th>"
    yield from (f"<th scope='col'>{voice.pair(*pair)}</th>" for pair in kinds)
    yield "</tr></thead>\n<tbody>\n"
    for kind in Kind:
        counts = [of_pair.get(kind, 0) for of_pair in kinds.values()]
        if any(counts):
            cells = "".join(f"<td>{count}</td>" for count in counts)
            yield f"<tr><th scope='row'>{voice.say(KINDS[kind])}</th>{cells}</tr>\n"
    yield "</tbody>\n</table></div>\n"


def articles_table(
    sample: Sample, rows: Sequence[ArticleRow], voice: Voice, *, is_review: bool
) -> Iterator[str]:
    """Yield the articles with their figures; ``rows`` are in the order of the sample's.

    Each leads to its differences. Many are folded: a click opens the table.
    """
    metrics = [metric for metric in METRICS if metric.id in _OF_ARTICLES]
    figures = [[figure for _, figure in by_article(metric, sample)] for metric in metrics]
    folded = len(rows) > _MOST_ROWS
    yield f"<h2>{voice.say(BY_ARTICLE)}</h2>\n"
    if folded:
        yield f"<details><summary>{voice.say(message(_ROWS, count=f'{len(rows):,}'))}</summary>\n"
    yield "<div class='wide'><table>\n<thead><tr>"
    heads = [_ARTICLE, _COUNT, *([_SETTLED] if is_review else []), *(m.name for m in metrics)]
    yield from (f"<th scope='col'>{voice.say(head)}</th>" for head in heads)
    yield "</tr></thead>\n<tbody>\n"
    for number, (row, *of_article) in enumerate(zip(rows, *figures, strict=True), 1):
        settled = f"<td>{row.settled}</td>" if is_review else ""
        name = f"<bdi>{escape(row.name)}</bdi>"
        if row.differences:
            name = f'<a href="#{anchor(number)}">{name}</a>'
        yield f"<tr><th scope='row'>{name}</th><td>{row.differences}</td>"
        yield f"{settled}{''.join(_cell(figure, voice) for figure in of_article)}</tr>\n"
    yield "</tbody>\n</table></div>\n"
    if folded:
        yield "</details>\n"


def _by_label(found: Sequence[Breakdown], sample: Sample, voice: Voice) -> Iterator[str]:
    shown = [one for one in found if any(f.value is not None for f in one.labels.values())]
    if not shown:
        return
    yield f"<h2>{voice.say(BY_LABEL)}</h2>\n"
    heads = [voice.say(one.metric.name) for one in shown]
    rows = [(voice.label(label), [one.labels[label] for one in shown]) for label in sample.labels]
    yield from _figures(voice.say(_LABEL), heads, rows, voice)


def _figures(
    first: str, heads: Iterable[str], rows: Iterable[tuple[str, list[Figure]]], voice: Voice
) -> Iterator[str]:
    yield f"<div class='wide'><table class='figures'>\n<thead><tr><th scope='col'>{first}</th>"
    yield from (f"<th scope='col'>{head}</th>" for head in heads)
    yield "</tr></thead>\n<tbody>\n"
    for name, figures in rows:
        cells = "".join(_cell(figure, voice) for figure in figures)
        yield f"<tr><th scope='row'>{name}</th>{cells}</tr>\n"
    yield "</tbody>\n</table></div>\n"


def _named(metric: Metric, voice: Voice) -> str:
    return f"{voice.say(metric.name)}<small>{voice.say(metric.says)}</small>"


def _cell(figure: Figure, voice: Voice) -> str:
    if figure.value is None:
        why = f' title="{voice.say(figure.reason)}"' if figure.reason else ""
        return f'<td class="faint"{why}>–</td>'
    return f'<td><bdi dir="ltr">{figure.value:.3f}</bdi></td>'


def _matrix(matrix: ConfusionMatrix, voice: Voice) -> Iterator[str]:
    names = ["–" if label == NOTHING else voice.label(label) for label in matrix.labels]
    most = max((count for row in matrix.counts for count in row), default=0) or 1
    heads = "".join(f"<th scope='col'>{name}</th>" for name in names)
    yield f"<thead><tr><td></td>{heads}</tr></thead>\n<tbody>\n"
    for at, (name, row) in enumerate(zip(names, matrix.counts, strict=True)):
        yield f"<tr><th scope='row'>{name}</th>"
        for column, count in enumerate(row):
            kind = "same" if at == column else "other"
            # The root lets the few that differ be seen beside the many that agree.
            share = round(100 * (count / most) ** 0.5) if count else 0
            tint = f' style="--share:{share}%"' if share else ""
            yield f'<td class="{kind}"{tint}>{count}</td>'
        yield "</tr>\n"
    yield "</tbody>\n"

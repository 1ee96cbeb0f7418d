"""``annotator search``: where words stand in all articles, with the text around them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.ending import DONE
from annotator.cli.parameters import FILE, json_option
from annotator.core.article import ArticleStatus

if TYPE_CHECKING:
    from annotator.services.concordance import Outcome, Search
    from annotator.storage import Concordance, Hit, Line

_PAGE = 200
_RLM = "\u200f"
_RELATIONS = ("is", "contains", "overlaps", "apart", "article")
_ORDERS = ("article", "before", "after")


@click.command("search")
@click.argument("project", type=FILE)
@click.argument("text")
@click.option("--exact", is_flag=True, help="Spelt just so, and with no proclitic.")
@click.option("--label", default="", metavar="L", help="Only hits that touch an entity of label L.")
@click.option(
    "--where",
    "relation",
    type=click.Choice(_RELATIONS),
    help="How hit and entity have to stand: the hit is it, contains it, overlaps it (with --label "
    "the default), lies apart from all, or is anywhere in an article that has one.",
)
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice([str(status) for status in ArticleStatus]),
    help="Only articles in this status; repeatable.",
)
@click.option("--annotator", default="", metavar="N", help="Only articles that N has begun.")
@click.option("--tag", default="", metavar="T", help="Only articles with this tag.")
@click.option(
    "--sort",
    "order",
    type=click.Choice(_ORDERS),
    default="article",
    show_default=True,
    help="By article, or by the word before or after the hit.",
)
@click.option(
    "--width",
    type=click.IntRange(0, 500),
    default=40,
    show_default=True,
    help="Characters of text on each side.",
)
@click.option("--limit", type=click.IntRange(0), metavar="N", help="Print the first N lines only.")
@json_option
def command(
    *,
    project: Path,
    text: str,
    exact: bool,
    label: str,
    relation: str | None,
    statuses: tuple[str, ...],
    annotator: str,
    tag: str,
    order: str,
    width: int,
    limit: int | None,
    as_json: bool,
) -> int:
    """Print where TEXT stands in the articles of a project, a line a hit.

    Words are found however they are spelt, with their proclitics: both of `one two`, side by side
    with "one two", either with `one | two`, what begins so with `wor*`, without a word by `-word`;
    round brackets group. An empty TEXT with --label lists the entities of that label.
    """
    from annotator.cli.output import print_json
    from annotator.services.concordance import Order, Search, search_all
    from annotator.services.project import default_annotator
    from annotator.storage import Concordance, Narrowing, ProjectFile, Relation

    wanted = frozenset(map(ArticleStatus, statuses)) or None
    how = Relation(relation) if relation else Relation.OVERLAPS if label else None
    narrowing = Narrowing(label, how, wanted, annotator, tag)
    search = Search(text, exact=exact, narrowing=narrowing, order=Order(order))
    if search.is_empty:
        raise click.UsageError("There is nothing to search for.")
    who = annotator or default_annotator()
    hits: list[Hit] = []
    with ProjectFile.open(project, read_only=True) as file:
        path = file.path
    outcome = search_all(path, who, search, hits.extend)
    with Concordance(path, who) as concordance:
        lines = _lines(concordance, hits if limit is None else hits[:limit], width)
        if as_json:
            print_json(_record(search, outcome, lines))
        else:
            for line in lines:
                click.echo(_shown(line, width))
    if not as_json:
        more = "" if outcome.complete else "more than "
        said = f"{more}{outcome.hits:,} hits in {outcome.articles:,} articles."
        click.echo(said, err=True)
    return DONE


def _lines(concordance: Concordance, hits: Sequence[Hit], width: int) -> Iterator[Line]:
    for first in range(0, len(hits), _PAGE):
        yield from concordance.lines(hits[first : first + _PAGE], width=width)


def _shown(line: Line, width: int) -> str:
    """Return a line whose keyword stands below those of other lines, however they are read."""
    before = " " * (width - _columns(line.before)) + line.before
    after = line.after + " " * (width - _columns(line.after))
    return f"{_RLM}{before} [{line.keyword}] {after}  {line.id}"


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(map(_width, text))


def _width(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _record(search: Search, outcome: Outcome, lines: Iterator[Line]) -> dict[str, Any]:
    return {
        "text": search.text,
        "hits": outcome.hits,
        "articles": outcome.articles,
        "complete": outcome.complete,
        "lines": [
            {
                "article": line.id,
                "title": line.title,
                "start": line.hit.start,
                "end": line.hit.end,
                "before": line.before,
                "text": line.keyword,
                "after": line.after,
                "entities": [
                    {
                        "start": entity.span.start - line.at.start + line.hit.start,
                        "end": entity.span.end - line.at.start + line.hit.start,
                        "label": entity.label,
                        "status": entity.status.value,
                    }
                    for entity in line.entities
                ],
            }
            for line in lines
        ],
    }

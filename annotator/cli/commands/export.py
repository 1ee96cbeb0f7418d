"""``annotator export``: training data out of a project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.ending import DONE, PROBLEMS
from annotator.cli.parameters import FILE, force_option, json_option
from annotator.core.article import ArticleStatus
from annotator.core.entities import Status
from annotator.core.tags import TagScheme

if TYPE_CHECKING:
    from annotator.services.transfer import Report, Selection

_STATUSES = [str(status) for status in (*ArticleStatus, *Status)]


@click.command("export")
@click.argument("project", type=FILE)
@click.option("-o", "--out", type=FILE, required=True, metavar="PATH", help="File to write.")
@click.option("--format", "format_id", metavar="F", help="jsonl, conll2002, conll2003, …")
@click.option(
    "--scheme",
    type=click.Choice([str(s) for s in TagScheme]),
    default="iob2",
    show_default=True,
    help="Tag scheme of CoNLL.",
)
@click.option(
    "--tokens",
    type=click.Choice(["split", "word"]),
    default="split",
    show_default=True,
    help="Cut tokens at span edges, or widen spans to whole words.",
)
@click.option(
    "--map",
    "labels",
    multiple=True,
    metavar="FROM=TO",
    help="Write label FROM as TO, such as PER=PERS.",
)
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice(_STATUSES),
    help="Only articles (new, …) or spans (accepted, …) in this status; repeatable.",
)
@click.option("--annotator", metavar="N", help="Only this annotator's work.")
@click.option("--split", metavar="80/10/10", help="Write train, dev and test parts, by article.")
@click.option("--seed", type=int, default=0, show_default=True, help="Seed of the split.")
@force_option
@json_option
def command(
    *,
    project: Path,
    out: Path,
    format_id: str | None,
    scheme: str,
    tokens: str,
    labels: tuple[str, ...],
    statuses: tuple[str, ...],
    annotator: str | None,
    split: str | None,
    seed: int,
    force: bool,
    as_json: bool,
) -> int:
    """Write a project's articles as training data.

    First lists every span that the format cannot carry; afterwards reads the files back and
    compares. With --split, PATH is a folder, or a name such as corpus.conll that becomes
    corpus.train.conll and so on.
    """
    from annotator.cli.output import print_counts, print_json, progress_bar
    from annotator.formats.base import TokenPolicy, WriteOptions
    from annotator.services.transfer import export, split_from
    from annotator.storage import ProjectFile

    options = WriteOptions(TagScheme(scheme), TokenPolicy(tokens), _label_map(labels))
    format_id = format_id or _format_of(out)
    parts = split_from(split, seed) if split else None
    with ProjectFile.open(project, read_only=True) as file, progress_bar("export") as progress:
        report = export(
            file,
            out,
            format_id=format_id,
            options=options,
            selection=_selection(statuses, annotator),
            split=parts,
            force=force,
            confirm=None if as_json else _list_losses,
            progress=progress,
        )
    if as_json:
        print_json(report.as_json())
    else:
        print_counts(report, f"Written to {', '.join(map(str, report.written))}")
    return DONE if report.is_clean else PROBLEMS


def _list_losses(report: Report) -> bool:
    from annotator.cli.output import print_problems

    print_problems(report.problems)
    return True


def _format_of(out: Path) -> str:
    from annotator.formats import writers

    for format_ in writers():
        if out.suffix in format_.suffixes:
            return format_.id
    names = ", ".join(format_.id for format_ in writers())
    raise click.UsageError(f"Give --format, one of {names}.")


def _label_map(pairs: tuple[str, ...]) -> dict[str, str]:
    labels = {}
    for pair in pairs:
        name, found, other = pair.partition("=")
        if not (name and found and other):
            raise click.UsageError(f"--map takes FROM=TO, not {pair}.")
        labels[name] = other
    return labels


def _selection(statuses: tuple[str, ...], annotator: str | None) -> Selection:
    from annotator.services.transfer import Selection

    articles = frozenset(ArticleStatus(name) for name in statuses if name in _ARTICLE_STATUSES)
    spans = frozenset(Status(name) for name in statuses if name not in _ARTICLE_STATUSES)
    return Selection(annotator, articles or None, spans or None)


_ARTICLE_STATUSES = frozenset(map(str, ArticleStatus))

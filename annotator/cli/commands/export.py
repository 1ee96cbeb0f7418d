"""``annotator export``: training data out of a project."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.clusters import cluster_options, folder_of, run_in_parts, where_to_work
from annotator.cli.ending import DONE, PROBLEMS
from annotator.cli.parameters import FILE, force_option, json_option
from annotator.config.export_options import EXPORT_OPTIONS, ExportOption
from annotator.core.article import ArticleStatus
from annotator.core.entities import Status

if TYPE_CHECKING:
    from annotator.services.cluster import Asked
    from annotator.services.transfer import ExportOptions, Report, Selection

_STATUSES = [str(status) for status in (*ArticleStatus, *Status)]
_ARTICLE_STATUSES = frozenset(map(str, ArticleStatus))

_Command = Callable[..., int]


def _flag(option: ExportOption) -> Callable[[_Command], _Command]:
    """Return the flag of an option of the table."""
    setting = option.setting
    more: dict[str, Any] = {"default": setting.default, "show_default": bool(setting.default)}
    if setting.choices:
        more["type"] = click.Choice([choice.value for choice in setting.choices])
    elif isinstance(setting.default, bool):
        more["is_flag"] = True
    elif isinstance(setting.default, tuple):
        more["multiple"] = True
    elif setting.bounds:
        more["type"] = click.IntRange(*setting.bounds)
    if option.metavar:
        more["metavar"] = option.metavar
    told = setting.title if isinstance(setting.default, bool) else setting.description
    return click.option(option.flag, option.name, help=f"{str(told).rstrip('.')}.", **more)


def _table_flags(command: _Command) -> _Command:
    for option in reversed(EXPORT_OPTIONS):
        command = _flag(option)(command)
    return command


@click.command("export")
@click.argument("project", type=FILE)
@click.option("-o", "--out", type=FILE, metavar="PATH", help="File or folder to write.")
@click.option("--format", "format_id", metavar="F", help="jsonl, conll2002, conll2003, …")
@click.option("--check", is_flag=True, help="List what would be lost, and write nothing.")
@click.option("--annotator", metavar="N", help="Only this annotator's work.")
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice(_STATUSES),
    help="Only articles (new, …) or spans (accepted, …) in this status; repeatable.",
)
@_table_flags
@cluster_options
@force_option
@json_option
def command(
    *,
    project: Path,
    out: Path | None,
    format_id: str | None,
    check: bool,
    annotator: str | None,
    statuses: tuple[str, ...],
    workers: int | None,
    scheduler: str | None,
    part: int,
    force: bool,
    as_json: bool,
    **values: Any,
) -> int:
    """Write a project's articles as training data.

    First lists every span that the format cannot carry; afterwards reads the files back and
    compares. With --split, PATH is a folder, or a name such as corpus.conll that becomes
    corpus.train.conll and so on.

    With --workers or --scheduler, PROJECT is JSONL or Parquet, or a folder of such files; the work
    is done side by side, and goes on where it was stopped. PATH is a folder, with a part for every
    so many articles.
    """
    from annotator.cli.output import print_counts, print_json, print_problems, progress_bar
    from annotator.services.transfer import check_export, export, export_options
    from annotator.storage import ProjectFile

    where = where_to_work(workers, scheduler, part)
    if where is not None:
        if check:
            raise click.UsageError("--check needs a project.")
        made = export_options(values, annotator)
        selection = _narrowed(made.selection, statuses)
        asked = _asked(project, out, format_id, replace(made, selection=selection))
        return run_in_parts(asked, where, "Written", force=force, as_json=as_json)
    if out is None and not check:
        raise click.UsageError("Missing option '-o' / '--out'.")
    format_id = format_id or _format_of(out)
    chosen = export_options(values, annotator)
    selection = _narrowed(chosen.selection, statuses)
    with ProjectFile.open(project, read_only=True) as file, progress_bar("export") as progress:
        if out is None or check:
            report = check_export(
                file,
                format_id=format_id,
                options=chosen.options,
                selection=selection,
                progress=progress,
            )
        else:
            report = export(
                file,
                out,
                format_id=format_id,
                options=chosen.options,
                selection=selection,
                split=chosen.split,
                shuffle=chosen.shuffle,
                card=chosen.card,
                force=force,
                confirm=None if as_json else _list_losses,
                progress=progress,
            )
    if as_json:
        print_json(report.as_json())
    elif check:
        print_problems(report.problems)
        print_counts(report, "Nothing was written. It would be")
    else:
        print_counts(report, f"Written to {', '.join(map(str, report.written))}")
    return DONE if report.is_clean else PROBLEMS


def _asked(corpus: Path, out: Path | None, format_id: str | None, made: ExportOptions) -> Asked:
    """Return what an export in parts is to do."""
    from annotator.services.cluster import Asked, ExportJob

    for name, given in (("split", made.split), ("shuffle", made.shuffle), ("card", made.card)):
        if given is not None:
            raise click.UsageError(f"--{name} needs a project: it looks at all articles together.")
    job = ExportJob(format_id or _format_of(out), made.options, made.selection)
    return Asked(job, [corpus], folder_of(out))


def _list_losses(report: Report) -> bool:
    from annotator.cli.output import print_problems

    print_problems(report.problems)
    return True


def _format_of(out: Path | None) -> str:
    from annotator.formats import writers

    for format_ in writers():
        if out is not None and out.suffix in format_.suffixes:
            return format_.id
    names = ", ".join(format_.id for format_ in writers())
    raise click.UsageError(f"Give --format, one of {names}.")


def _narrowed(selection: Selection, statuses: tuple[str, ...]) -> Selection:
    """Return the selection with what ``--status`` names, which is more exact."""
    articles = frozenset(ArticleStatus(name) for name in statuses if name in _ARTICLE_STATUSES)
    spans = frozenset(Status(name) for name in statuses if name not in _ARTICLE_STATUSES)
    return replace(
        selection,
        articles=articles or selection.articles,
        spans=spans or selection.spans,
    )

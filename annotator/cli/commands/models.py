"""``annotator models``: camel-tools' models, listed, downloaded, added, removed, compared."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.ending import DONE, PROBLEMS
from annotator.cli.parameters import FILE, json_option, paths_argument

_MB = 1 << 20


@click.group("models")
def command() -> None:
    """List, download, add, remove or compare camel-tools' models.

    Only “list --refresh” and “download” use the network.
    """


@command.command("list")
@click.option("--refresh", is_flag=True, help="Fetch the list anew.")
@click.option("--all", "every", is_flag=True, help="Also those that do not find entities.")
@json_option
def list_(*, refresh: bool, every: bool, as_json: bool) -> int:
    """List the models with their size and licence."""
    from annotator.cli.output import print_json
    from annotator.services.models import list_models, load_catalogue

    models = list_models(load_catalogue(refresh=refresh), every=every)
    if as_json:
        print_json(
            [
                {
                    "name": model.package.name,
                    "description": model.package.description,
                    "licence": model.package.licence,
                    "size": model.package.size,
                    "version": model.package.version,
                    "installed": model.installed or None,
                }
                for model in models
            ]
        )
        return DONE
    for model in models:
        package = model.package
        size = f"{package.size / _MB:,.0f} MB" if package.size else ""
        mark = "installed" if model.installed else ""
        click.echo(f"{package.name:<24}{size:>10}  {package.licence:<14}{mark:<10}")
        click.echo(f"    {package.description}")
    return DONE


@command.command("download")
@click.argument("name")
def download(name: str) -> int:
    """Download and install the model NAME; goes on where an earlier try stopped."""
    from annotator.cli.output import progress_bar
    from annotator.services.models import install_model, load_catalogue

    with progress_bar(name) as progress:
        new = install_model(load_catalogue(refresh=True), name, progress)
    click.echo(f"Installed: {', '.join(new)}." if new else "It is installed already.", err=True)
    return DONE


@command.command("add")
@click.argument("folder", type=FILE)
@click.option("--name", metavar="NAME", help="The model's name; that of the folder by default.")
def add(folder: Path, name: str | None) -> int:
    """Add the model in FOLDER, in the layout of camel-tools."""
    from annotator.services.models import add_model

    click.echo(f"Added: {add_model(folder, name)}.", err=True)
    return DONE


@command.command("remove")
@click.argument("name")
def remove(name: str) -> int:
    """Remove the model NAME."""
    from annotator.services.models import load_catalogue, remove_model

    there = remove_model(load_catalogue(), name)
    click.echo("Removed." if there else "It was not installed.", err=True)
    return DONE


@command.command("compare")
@paths_argument
@click.option("--model", metavar="NAME", help="The model; the first by default.")
@json_option
def compare(*, paths: tuple[Path, ...], model: str | None, as_json: bool) -> int:
    """Compare the engines camel and camel-int8 on your own files.

    Says how many words get the same label from both, and how long each takes.
    """
    from annotator.cli.output import print_json, print_problems, progress_bar
    from annotator.services.quantised import compare_quantised

    with progress_bar("compare") as progress:
        comparison, report = compare_quantised(paths, model=model, progress=progress)
    agreement = comparison.agreement
    seconds = {
        "exact_seconds": round(comparison.exact_seconds, 3),
        "quantised_seconds": round(comparison.quantised_seconds, 3),
    }
    if as_json:
        print_json(agreement._asdict() | seconds | {"problems": report.as_json()["problems"]})
    else:
        print_problems(report.problems)
        click.echo(_share("Words", agreement.same, agreement.words))
        click.echo(_share("Entity words", agreement.same_entity_words, agreement.entity_words))
        click.echo(f"camel:      {comparison.exact_seconds:8.2f} s")
        click.echo(f"camel-int8: {comparison.quantised_seconds:8.2f} s")
    return DONE if report.is_clean else PROBLEMS


def _share(what: str, same: int, of: int) -> str:
    share = f" ({same / of:.1%})" if of else ""
    return f"{what}: {same} of {of} with the same label{share}"

"""``annotator evaluate``: suggestions, or a file, against gold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.ending import DONE, FAILED, PROBLEMS
from annotator.cli.parameters import FILE, json_option, model_option

if TYPE_CHECKING:
    from annotator.services.evaluating import Evaluation

_SHOWN_ERRORS = 20


@click.command("evaluate")
@click.argument("gold", type=FILE)
@click.argument("predicted", type=FILE, required=False)
@click.option("--engine", "engines", multiple=True, metavar="NAME", help="Only this; repeatable.")
@model_option
@click.option("--label", "labels", multiple=True, metavar="L", help="Only this; repeatable.")
@json_option
def command(
    *,
    gold: Path,
    predicted: Path | None,
    engines: tuple[str, ...],
    model: Path | None,
    labels: tuple[str, ...],
    as_json: bool,
) -> int:
    """Score the file PREDICTED, or the program's own suggestions, against GOLD.

    Accepted spans of GOLD count, and suggested and accepted ones of PREDICTED.
    """
    from annotator.cli.output import print_json, print_problems, progress_bar
    from annotator.services.evaluating import evaluate

    if predicted is not None and (engines or model):
        raise click.UsageError("--engine and --model go without PREDICTED: they say who suggests.")
    with progress_bar("evaluate") as progress:
        evaluation = evaluate(
            gold,
            predicted,
            engines=engines or None,
            labels=labels or None,
            model=model,
            progress=progress,
        )
    if as_json:
        print_json(evaluation.as_json())
    else:
        for line in _lines(evaluation):
            click.echo(line)
        print_problems(evaluation.problems)
    if not evaluation.entities.articles:
        return FAILED
    return PROBLEMS if evaluation.problems else DONE


def _lines(evaluation: Evaluation) -> Iterator[str]:
    record = evaluation.as_json()
    yield f"{record['articles']} articles"
    yield f"{'':<24}{'P':>8}{'R':>8}{'F1':>8}{'right':>8}{'found':>8}{'gold':>8}"
    entities, quotes = record["entities"], record["quotes"]
    yield _row("entities, exact", entities["exact"])
    yield _row("entities, overlapping", entities["overlap"])
    for label, score in entities["labels"].items():
        yield _row(f"  {label}", score)
    for name in ("direct_exact", "content_iou50", "content_exact", "fragments"):
        yield _row(f"quotes, {name}", quotes[name])
    for name in ("cue", "source"):
        yield f"{f'quotes, {name}':<24}{quotes[name]['right']:>8} of {quotes[name]['of']}"
    errors = record["errors"]
    for error in errors[:_SHOWN_ERRORS]:
        yield f"{error['article']}: {error['kind']}: {error['text']}"
    if len(errors) > _SHOWN_ERRORS:
        yield f"… and {len(errors) - _SHOWN_ERRORS} more errors; --json lists all."


def _row(name: str, score: dict[str, Any]) -> str:
    ratios = "".join(f"{score[key]:>8.3f}" for key in ("precision", "recall", "f1"))
    counts = "".join(f"{score[key]:>8}" for key in ("tp", "predicted", "gold"))
    return f"{name:<24}{ratios}{counts}"

"""What a figure must reach, and the table in which all of them stand beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple


class Target(NamedTuple):
    """A bound of one value of a figure (``value``, ``p95``, ``ratio``, ``articles_a_second``)."""

    of: str
    bound: float
    least: bool = False

    def met(self, figure: Mapping[str, Any]) -> bool:
        """Whether the figure reaches it."""
        found = figure[self.of]
        return bool(found >= self.bound if self.least else found <= self.bound)

    def __str__(self) -> str:
        return f"{self.of} {'≥' if self.least else '≤'} {self.bound:g}"


_RATIO = Target("ratio", 3)
_JSON = Target("articles_a_second", 2000, least=True)
_CONLL = Target("articles_a_second", 1000, least=True)

TARGETS: Mapping[str, Sequence[Target]] = {
    "start_to_first_article": [Target("value", 1500)],
    "next_article_of_100000": [Target("value", 50)],
    "decision_to_repaint_300_spans": [Target("p95", 16)],
    "open_project[100000]": [Target("value", 1000)],
    "memory_of_an_open_project[100000]": [Target("value", 400)],
    "two_workers": [Target("ratio", 1.7, least=True)],
    "memory[import]": [Target("ratio", 1.1)],
    "memory[export]": [Target("ratio", 1.1)],
    **{f"import_to_disk[{count}]": [_RATIO, _JSON] for count in (1000, 10000)},
    **{f"export_to_disk[{count}]": [_RATIO, _JSON] for count in (1000, 10000)},
    **{
        f"{job}[{format_id}]": [_JSON]
        for job in ("export", "import")
        for format_id in ("doccano", "doccano-relations", "label-studio", "prodigy")
    },
    **{
        f"{job}[{format_id}]": [_CONLL]
        for job in ("export", "import")
        for format_id in ("conll2002", "conll2003", "conllup")
    },
}
"""By the name of the figure; one that is not named here has no target."""


def judged(name: str, figure: dict[str, Any]) -> dict[str, Any]:
    """Return a figure with its targets, and whether each is met."""
    told = {str(target): target.met(figure) for target in TARGETS.get(name, ())}
    return figure | {"targets": told} if told else figure


def table(figures: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Yield the lines of a table of figures, as they stand in ``bench.json``."""
    head = ("figure", "value", "p95", "reference", "ratio", "a second", "target", "met")
    rows = [head]
    for name, figure in figures.items():
        targets = figure.get("targets", {})
        rows.append(
            (
                name,
                f"{figure['value']:,.1f} {figure['unit']}",
                f"{figure['p95']:,.1f}" if "p95" in figure else "",
                f"{figure['reference']:,.1f}",
                f"{figure['ratio']:.2f}",
                f"{figure.get('articles_a_second', ''):,}" if "articles_a_second" in figure else "",
                "; ".join(targets),
                "; ".join("yes" if met else "NO" for met in targets.values()),
            )
        )
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = zip(row, widths, strict=True)
        yield "  ".join(
            cell.ljust(width) if at in (0, 6, 7) else cell.rjust(width)
            for at, (cell, width) in enumerate(cells)
        ).rstrip()

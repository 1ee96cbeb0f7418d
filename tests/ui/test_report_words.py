"""Groups of a report have names."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import annotator
from annotator.ui.dialogs.report_words import kind_title

FILE = 3
"""Where the file stands among what a problem is made of."""


def kinds_without_file() -> Iterator[str]:
    """Yield the kinds of problems that name no file: reports group these by kind."""
    for path in Path(annotator.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="loss"), args=[ast.Constant(kind), *_]):
                    yield str(kind)
                case ast.Call(
                    func=ast.Name(id="Problem" | "make_problem"), args=[ast.Constant(kind), *_]
                ) if len(node.args) <= FILE and all(k.arg != "file" for k in node.keywords):
                    yield str(kind)


def test_what_reports_group_by_kind_has_a_name():
    kinds = {*kinds_without_file(), "twice", "nobody"}

    assert {"overlap", "unmoved", "surrogate"} <= kinds
    assert [kind for kind in sorted(kinds) if kind_title(kind) == kind] == []

"""What the documentation says can be followed: links lead somewhere, commands are understood."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import click
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from annotator.cli.program import PROGRAM, program

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
_LINK = re.compile(r"\]\(([^)#]+)(#[^)]*)?\)")
_FENCE = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target, _ in _LINK.findall(page.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (page.parent / target).exists(), target


def command_lines() -> Iterator[tuple[str, str]]:
    """Yield the page and the words of each call of the program that a page shows."""
    for page in PAGES:
        for block in _FENCE.findall(page.read_text(encoding="utf-8")):
            for line in block.replace("\\\n", " ").splitlines():
                if line.strip().startswith(f"{PROGRAM} "):
                    yield named(page), line.strip()


@pytest.mark.parametrize(("page", "line"), list(command_lines()))
def test_every_command_line_is_understood(page: str, line: str) -> None:
    words = shlex.split(line, comments=True)[1:]
    with click.Context(program, info_name=PROGRAM) as context:
        name, command, rest = program.resolve_command(context, words)
        assert command is not None
        while isinstance(command, click.Group):
            name, command, rest = command.resolve_command(context, rest)
            assert command is not None
        command.make_context(name, rest, parent=context)


def test_every_picture_is_shown_and_can_be_taken(pictures: ModuleType) -> None:
    scenes = {scene.name for scene in pictures.SCENES}
    shown = set()
    for page in PAGES:
        for target, _ in _LINK.findall(page.read_text(encoding="utf-8")):
            if target.endswith(".png"):
                shown.add((page.parent / target).resolve().relative_to(DOCS / "pictures"))
    kept = {path.relative_to(DOCS / "pictures") for path in (DOCS / "pictures").rglob("*.png")}
    assert shown == kept
    assert {path.stem for path in kept} == scenes
    assert {path.parent.name for path in kept} == set(pictures.LANGUAGES)


def test_every_page_is_reached_from_the_first() -> None:
    """Nobody looks into the folder for what no page leads to."""
    found, open_pages = set(), [DOCS / "README.md"]
    while open_pages:
        page = open_pages.pop()
        if page in found:
            continue
        found.add(page)
        targets = [target for target, _ in _LINK.findall(page.read_text(encoding="utf-8"))]
        open_pages += [
            linked
            for target in targets
            if target.endswith(".md")
            and (linked := (page.parent / target).resolve()).is_relative_to(DOCS)
            and linked.exists()
        ]
    assert found == set(DOCS.rglob("*.md"))


@pytest.mark.parametrize("name", ["welcome", "export"])
def test_a_picture_is_taken_of_the_real_window(
    pictures: ModuleType, qapp: QApplication, tmp_path: Path, name: str
) -> None:
    (scene,) = [scene for scene in pictures.SCENES if scene.name == name]
    taken = QImage(str(pictures.take(scene, "en", tmp_path)))
    kept = QImage(str(DOCS / "pictures" / "en" / f"{name}.png"))
    # The size of what is shown; not the pixels, which follow the fonts of a machine.
    assert taken.width() >= kept.width() // 2
    assert len({taken.pixel(x, y) for x in range(taken.width()) for y in range(0, 400, 5)}) > 9

"""Training data written over what an earlier export has left."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from annotator.formats.files import MANIFEST
from tests.crashes.job import Line, Tell
from tests.crashes.jobs.commands import command
from tests.crashes.jobs.editing import PROJECT, make_day
from tests.crashes.looking import assert_whole
from tests.crashes.moments import Moments


class Exporting:
    """A file is the old one or the new one, never a part of it."""

    name = "exporting"
    moments: int | None = None
    _target = "out.jsonl"
    _options: tuple[str, ...] = ("--format", "jsonl")

    def prepare(self, base: Path) -> None:
        """Make a project, what an old export left, and what a new one writes."""
        make_day(base / PROJECT)
        for name in ("expected", "."):
            place = base / name
            place.mkdir(exist_ok=True)
            command("export", base / PROJECT, "-o", place / self._target, *self._options)
        self._age(base / self._target)

    def run(self, folder: Path, seed: int, tell: Tell, moments: Moments) -> None:
        """Export over what is there."""
        moments.arm()
        tell(ready=True)
        place = folder / self._target
        command("export", folder / PROJECT, "-o", place, *self._options, "--force")
        tell(written=True)

    def check(self, base: Path, folder: Path, lines: Sequence[Line]) -> None:
        """What is there is all old or all new; another try writes the new."""
        told = {name for line in lines for name in line}
        found = contents(folder / self._target)
        new, old = contents(base / "expected" / self._target), contents(base / self._target)
        assert found == new or (found == old and "written" not in told), sorted(found)
        command("export", folder / PROJECT, "-o", folder / self._target, *self._options, "--force")
        assert contents(folder / self._target) == new
        assert_whole(folder / PROJECT)

    def close(self) -> None:
        """Nothing is held."""

    def _age(self, path: Path) -> None:
        """Make what is there another than what will be written."""
        path.write_text("{}\n" * 1000, encoding="utf-8")


class ExportingFolder(Exporting):
    """A folder of files that belong together holds all the old ones or all the new ones."""

    name = "exporting-folder"
    _target = "set"
    _options = ("--format", "huggingface-jsonl")

    def _age(self, path: Path) -> None:
        for file in sorted(path.rglob("*")):
            if file.is_file() and file.name != MANIFEST:
                file.write_text(f"old {file.name}\n", encoding="utf-8")
        kept = path / "mine.txt"
        kept.write_text("not of the export\n", encoding="utf-8")

    def check(self, base: Path, folder: Path, lines: Sequence[Line]) -> None:
        """As of a file; and what others have put into the folder stays."""
        mine = folder / self._target / "mine.txt"
        assert mine.read_text(encoding="utf-8") == "not of the export\n"
        super().check(base, folder, lines)
        assert mine.exists()


def contents(path: Path) -> dict[str, bytes]:
    """Return every file at or under ``path`` by its name, but the one of another origin."""
    if path.is_file():
        return {"": path.read_bytes()}
    return {
        str(file.relative_to(path)): file.read_bytes()
        for file in sorted(path.rglob("*"))
        if file.is_file() and file.name != "mine.txt"
    }

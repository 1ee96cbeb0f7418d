"""Articles taken into a new project and into one that is there, by the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.formats import writer
from annotator.formats.base import WriteOptions
from annotator.storage import ProjectFile
from tests.crashes.job import Line, Tell
from tests.crashes.jobs.commands import command
from tests.crashes.jobs.editing import PROJECT, make_day, suggested
from tests.crashes.looking import assert_whole, digest, timelines
from tests.crashes.moments import Moments

NEW = "new.annotator"
MANY = 40


def articles() -> list[AnnotatedArticle]:
    """Return the articles that come in."""
    text = "قال الوزير إن باريس بعيدة عن واشنطن، وأضاف بايدن أن لندن أقرب منها إلى هنا. " * 3
    made = [suggested(f"m{n}", f"{n}. {text}") for n in range(MANY)]
    return [*made, AnnotatedArticle(Article("last", "آخر الأخبار من هنا", "last"))]


class Importing:
    """All that was asked for comes in, or nothing of it."""

    name = "importing"
    moments: int | None = None

    def prepare(self, base: Path) -> None:
        """Make a project, and the file that is taken in."""
        make_day(base / PROJECT)
        format_ = writer("jsonl")
        options = WriteOptions()
        format_.write([format_.prepare(one, options) for one in articles()], base / "more.jsonl")

    def run(self, folder: Path, seed: int, tell: Tell, moments: Moments) -> None:
        """Import twice: the first makes a project, the second adds to one."""
        moments.arm()
        tell(ready=True)
        command("import", folder / NEW, folder / "more.jsonl")
        tell(new=True)
        command("import", folder / PROJECT, folder / "more.jsonl")
        tell(added=True)

    def check(self, base: Path, folder: Path, lines: Sequence[Line]) -> None:
        """A project has all of the file or nothing of it; a new one is whole or not there."""
        told = {name for line in lines for name in line}
        new, day = folder / NEW, folder / PROJECT
        assert new.exists() or "new" not in told
        if new.exists():
            assert_whole(new)
            assert _count(new) == MANY + 1
        before = timelines(base / PROJECT, "")
        after = timelines(day, "")
        assert_whole(day)
        assert len(after) in ({len(before) + MANY + 1} if "added" in told else _either(before))
        assert all(digest(after[key].state) == digest(before[key].state) for key in before)
        command("import", day, folder / "more.jsonl")
        assert _count(day) == len(before) + MANY + 1

    def close(self) -> None:
        """Nothing is held."""


def _either(before: dict[int, object]) -> set[int]:
    return {len(before), len(before) + MANY + 1}


def _count(path: Path) -> int:
    with ProjectFile.open(path, read_only=True) as file:
        return file.article_count()

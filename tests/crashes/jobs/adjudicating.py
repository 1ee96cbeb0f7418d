"""A reviewer's day: verdicts in the review window."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.bundled import seeds
from annotator.services.reviews import make_review
from annotator.services.session import ArticleSession
from tests.crashes.job import Line, Tell
from tests.crashes.jobs.editing import Shown, assert_shown_is_saved
from tests.crashes.jobs.window import Work, press
from tests.crashes.looking import assert_undo_reaches_the_start, assert_whole, timelines
from tests.crashes.moments import Moments

if TYPE_CHECKING:
    from annotator.ui.review.window import ReviewWindow

REVIEWER = "حكم"
PROJECT = "review.annotator"

KEYS = {
    "A": 14,
    "B": 12,
    "O": 6,
    "X": 6,
    "Del": 6,
    "Tab": 8,
    "Shift+Tab": 4,
    "Ctrl+Z": 14,
    "Ctrl+Shift+Z": 10,
    "Esc": 6,
    "edit": 6,
}
"""Keys, and how often each is pressed; ``edit`` decides by hand."""


class Adjudicating:
    """Verdicts in the review window; what it has shown is in the file."""

    name = "adjudicating"
    moments: int | None = 400

    def prepare(self, base: Path) -> None:
        """Make a review of the two files of the samples."""
        sources = sorted((seeds() / "review").glob("*.jsonl"))
        make_review(base / PROJECT, sources, reviewer=REVIEWER).close()

    def run(self, folder: Path, seed: int, tell: Tell, moments: Moments) -> None:
        """Work in the window until it is killed."""
        heard = Shown()
        touched: list[ArticleSession] = []

        def act(window: ReviewWindow, chance: random.Random) -> None:
            session = window.stepping.session
            if session is not None:
                heard.hear(session)
                touched[:] = [session]
            key = chance.choices(list(KEYS), list(KEYS.values()))[0]
            press(window, "E" if key == "edit" else key)
            if key == "edit":
                press(window, chance.choice(("1", "2", "3", "Return")))

        def shown(window: ReviewWindow) -> Iterator[Line]:
            session = window.stepping.session
            if session is not None and session not in touched:
                touched.append(session)
            return map(heard, touched)

        work = Work(
            tell,
            random.Random(seed),
            is_ready=lambda window: window.view.hasFocus() and window.stepping.row is not None,
            act=act,
            shown=shown,
        )
        work.run(folder / PROJECT, moments)

    def check(self, base: Path, folder: Path, lines: Sequence[Line]) -> None:
        """Every verdict that was shown is there, or one more; undo leads back to the start."""
        path = folder / PROJECT
        assert_shown_is_saved(path, REVIEWER, lines)
        starts = {key: line.state for key, line in timelines(base / PROJECT, REVIEWER).items()}
        last = [line["shown"] for line in lines if "shown" in line][-1:]
        assert_undo_reaches_the_start(path, REVIEWER, starts, by_steps=(last or [1])[0])
        assert_whole(path)

    def close(self) -> None:
        """Nothing is held."""

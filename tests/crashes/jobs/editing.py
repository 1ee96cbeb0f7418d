"""An annotator's day: decisions on articles, by the keyboard, in the main window."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.bundled import seeds
from annotator.config.labelsets import load_label_set
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity, Status
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.services.session import ArticleSession, Changed
from annotator.storage import ProjectFile, StepKind
from tests.crashes.job import Line, Tell
from tests.crashes.jobs.window import Work, of, press
from tests.crashes.looking import (
    assert_undo_reaches_the_start,
    assert_whole,
    digest,
    timelines,
)
from tests.crashes.moments import Moments

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

ANNOTATOR = "salma"
PROJECT = "day.annotator"

KEYS = {
    "Tab": 14,
    "Shift+Tab": 4,
    "Return": 16,
    "Del": 8,
    "1": 4,
    "2": 4,
    "3": 4,
    "[": 3,
    "Shift+[": 3,
    "Ctrl+]": 3,
    "Shift+]": 3,
    "Alt+[": 2,
    "F": 3,
    "T": 2,
    "O": 2,
    "Q": 3,
    "W": 3,
    "M": 4,
    "Ctrl+M": 2,
    "Ctrl+Shift+M": 2,
    "Ctrl+Shift+A": 1,
    "Ctrl+Z": 12,
    "Ctrl+Shift+Z": 8,
    "Ctrl+Return": 3,
    "Ctrl+PgDown": 3,
    "Ctrl+PgUp": 2,
    "Esc": 2,
    "select": 10,
}
"""Keys, and how often each of them is pressed; ``select`` takes some words of the article."""

_WORD = re.compile(r"[\w\u064b-\u0652]+")  # diacritics belong to their word


def suggested(name: str, text: str) -> AnnotatedArticle:
    """Return an article with a suggestion at every sixth word, and two quotes."""
    words = [Span(*match.span()) for match in _WORD.finditer(text)]
    entities = tuple(
        Entity(f"e{n}", word, ("PER", "LOC", "ORG")[n % 3], Status.SUGGESTED, "rules", 0.5)
        for n, word in enumerate(words[::6], 1)
    )
    quotes = tuple(
        Quote(
            f"q{n}",
            QuoteType.DIRECT,
            (Span(words[at].start, words[at + 4].end),),
            (words[at - 1],),
            status=Status.SUGGESTED,
            origin="quotes",
        )
        for n, at in ((1, 3), (2, 20))
    )
    return AnnotatedArticle(Article(name, text, name), entities=entities, quotes=quotes)


def make_day(path: Path) -> None:
    """Make a project of three articles that nobody has decided on."""
    whole = next(seeds().glob("*.txt")).read_text(encoding="utf-8")
    third = len(whole) // 3
    with ProjectFile.create(path, label_set=load_label_set()) as file:
        file.add_articles(
            suggested(f"a{n}", f"{n}. {whole[n * third : (n + 1) * third].strip()}")
            for n in range(3)
        )


class Editing:
    """Decisions in the main window; what it has shown is in the file."""

    name = "editing"
    moments: int | None = 400

    def prepare(self, base: Path) -> None:
        """Make the project."""
        make_day(base / PROJECT)

    def run(self, folder: Path, seed: int, tell: Tell, moments: Moments) -> None:
        """Work in the window until it is killed."""
        window = _ShownByWindow()
        work = Work(
            tell,
            random.Random(seed),
            is_ready=_is_ready,
            act=window.act,
            shown=window,
        )
        work.run(folder / PROJECT, moments)

    def check(self, base: Path, folder: Path, lines: Sequence[Line]) -> None:
        """Every decision that was shown is there, or one more; undo leads back to the start."""
        path = folder / PROJECT
        assert_shown_is_saved(path, ANNOTATOR, lines)
        starts = {key: line.state for key, line in timelines(base / PROJECT, ANNOTATOR).items()}
        last = [line["shown"] for line in lines if "shown" in line][-1:]
        assert_undo_reaches_the_start(path, ANNOTATOR, starts, by_steps=(last or [1])[0])
        assert_whole(path)

    def close(self) -> None:
        """Nothing is held."""


def assert_shown_is_saved(path: Path, annotator: str, lines: Sequence[Line]) -> None:
    """Of each article, the file holds what was shown last, or the one step more after it."""
    assert_whole(path)
    found = timelines(path, annotator)
    shown = of(lines)
    open_last = [line["shown"] for line in lines if "shown" in line][-1:]
    with ProjectFile.open(path, read_only=True) as file:
        for key, line in shown.items():
            timeline = found[key]
            ahead = timeline.state.revision - line["revision"]
            steps = list(file.audit(key, annotator))
            # One decision may be saved that was not shown yet, and an echo of another one.
            assert ahead in ({0, 1, 2} if [key] == open_last else {0}), f"{ahead} ahead of {key}"
            more = [step.edit.name for step in steps[line["made"] :] if step.edit.undoable]
            assert len(more) <= 1, f"{more} after {line['made']} in {key}, ahead {ahead}"
            trail = [[step.edit.name, step.edit.at] for step in steps]
            for told in lines:
                if told.get("shown") == key and told["made"]:
                    assert trail[told["made"] - 1] == told["step"], f"the trail of {key}"
            if not ahead:
                assert digest(timeline.state) == line["digest"], f"the state of {key}"
                history = timeline.history
                assert (len(history.done), len(history.undone)) == (line["done"], line["undone"])


def _act(window: Any, chance: random.Random) -> None:
    key = chance.choices(list(KEYS), list(KEYS.values()))[0]
    if key != "select":
        press(window, key, f"{chance.random()}" if "M" in key else "")
        return
    words = [match.span() for match in _WORD.finditer(window.annotating.state.text)]
    first = chance.randrange(len(words) - 3)
    window.view.select(Span(words[first][0], words[first + chance.randrange(3)][1]))
    press(window, chance.choice("123Q"))


def _is_ready(window: MainWindow) -> bool:
    return window.view.hasFocus() and window.annotating.state is not None


class Shown:
    """What a window shows as saved, and which steps it was told of before."""

    def __init__(self) -> None:
        self._made: dict[int, list[tuple[str, str]]] = {}
        self._heard: set[ArticleSession] = set()

    def __call__(self, session: ArticleSession) -> Line:
        """Return it for the article that is open."""
        made = self._made.setdefault(session.key, [])
        history = session.history
        return {
            "shown": session.key,
            "revision": session.state.revision,
            "done": len(history.done),
            "undone": len(history.undone),
            "digest": digest(session.state),
            "made": len(made),
            "step": made[-1] if made else None,
        }

    def hear(self, session: ArticleSession) -> None:
        """Hear of the steps that are made in an article from now on."""
        if session in self._heard:
            return
        self._heard.add(session)
        made = self._made.setdefault(session.key, [])

        def heard(change: Changed) -> None:
            if change.kind is StepKind.DO:
                made.append((change.edit.name, change.edit.at))

        session.subscribe(heard)


class _ShownByWindow:
    """What the main window shows."""

    def __init__(self) -> None:
        self._shown = Shown()
        self._before: ArticleSession | None = None

    def act(self, window: MainWindow, chance: random.Random) -> None:
        """Do something, and hear of what is made of it."""
        self._before = window.annotating.session
        if self._before is not None:
            self._shown.hear(self._before)
        _act(window, chance)

    def __call__(self, window: MainWindow) -> Iterator[Line]:
        """Yield what is on the screen now, and what was of an article that was left just now."""
        session = window.annotating.session
        if self._before is not None and session is not self._before:
            yield self._shown(self._before)
        if session is None:
            return
        assert window.view._state is window.annotating.shown
        yield self._shown(session)

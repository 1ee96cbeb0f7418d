"""The demo's second part: two colleagues' work on the sample article, reviewed off screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop

from annotator.core.verdicts import Choice, Fault
from annotator.review.settling import Ruling
from annotator.services.feedback import write_feedback
from annotator.services.project import SUFFIX
from annotator.services.review_report import ReportOptions, review_report
from annotator.services.reviewing import Review
from annotator.services.reviews import make_review, open_review
from annotator.ui.app import Desk
from annotator.ui.app_window import AppWindow
from annotator.ui.demo_pictures import LOOKS, dressed, save_picture
from annotator.ui.review.window import ReviewWindow
from annotator.ui.samples import sample_review

NAME = f"review{SUFFIX}"
LANGUAGES = ("ar", "en")

COLLEAGUES = ("salma", "yusuf")
"""Whose work the sample is."""

_FIRST, _SECOND = COLLEAGUES
_DECISIONS = (
    ("الأذربيجاني", Ruling(Choice.NOTHING, fault=Fault.SLIP)),
    ("جيهون بيرموف", Ruling(Choice.TAKEN, (_FIRST,), fault=Fault.SLIP)),
    ("بواشنطن", Ruling(Choice.TAKEN, (_FIRST,), fault=Fault.SLIP)),
    ("باكو", Ruling(Choice.TAKEN, (_SECOND,), fault=Fault.GUIDELINE)),
)
"""What is decided before the pictures are taken, by the words that it is about."""

_SHOWN = "أن اتفاقات وقف النار السابقة لم تصمد"
"""The words of the disagreement that the pictures show: who is quoted."""


def review_demo(desk: Desk, folder: Path, reviewer: str) -> list[Path]:
    """Review the sample in ``folder``: a project, pictures, reports and feedback. Returns them.

    Raises:
        UserError: something cannot be written.
    """
    path = folder / NAME
    review = make_review(path, sample_review(), reviewer=reviewer, force=True)
    rows = {row.text: row for row in review.rows()}
    for words, ruling in _DECISIONS:
        review.decide(rows[words].article, rows[words].key, ruling)
    desk.show(review.project)
    made = [path, *(_picture(desk, folder, *look) for look in LOOKS)]
    review = open_review(path)
    try:
        made += [_report(review, folder, language) for language in LANGUAGES]
        made.append(folder / "feedback")
        write_feedback(review, made[-1], force=True)
    finally:
        review.close()
    return made


def _picture(desk: Desk, folder: Path, language: str, theme: str) -> Path:
    window = _read(dressed(desk, language, theme))
    found = next(row for row in window.pane.model.every() if row.text == _SHOWN)
    window.stepping.go_to(found)
    return save_picture(window, folder / f"review-{language}-{theme}.png")


def _read(window: AppWindow) -> ReviewWindow:
    """Return the window once it has read the review and its figures."""
    assert isinstance(window, ReviewWindow)
    if not window.figures.table.rowCount():
        loop = QEventLoop()
        window.figuring.figures_read.connect(loop.quit)
        loop.exec()
    return window


def _report(review: Review, folder: Path, language: str) -> Path:
    path = folder / f"report-{language}.html"
    review_report(review, path, ReportOptions(language), force=True)
    return path

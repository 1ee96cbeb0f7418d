"""Take the pictures of ``docs/pictures`` from the real windows, off screen, in every language.

    python packaging/pictures.py              every picture
    python packaging/pictures.py quotes       those of these names
    python packaging/pictures.py --out DIR    into another folder

A scene opens the sample articles, does what a person would, and shows a window. Run it after the
look of a window has changed; with Noto Naskh Arabic installed, so that pictures differ only where
windows do.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import numpy as np
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QListWidget

from annotator.bundled import seeds
from annotator.config.settings import ANNOTATOR, LANGUAGE, THEME
from annotator.config.store import Settings
from annotator.services.project import create_project
from annotator.services.reviews import make_review
from annotator.services.transfer import import_paths
from annotator.ui.app import Desk, make_application
from annotator.ui.log import take_qt_messages

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
LANGUAGES = ("ar", "en")
SIZE = QSize(1280, 800)
_ANNOTATOR = "سلمى"
_SEED = "000_a85702afb10d5380.txt"
_CALM = 600
"""Milliseconds in which what was asked for is painted, once no work runs."""
_LONGEST = 60_000


def _leave(_dialog: QDialog) -> None:
    """Show a dialog as it opens."""


class Scene(NamedTuple):
    """A picture: its name, what is opened, and what is done until the window is to be shown.

    ``dialog`` is the action that opens the dialog to show instead of the window, ``fill`` what is
    done in it.
    """

    name: str
    open: Callable[[Desk, Path], None]
    do: Callable[[Desk], None]
    theme: str = "light"
    dialog: str = ""
    fill: Callable[[QDialog], None] = _leave


def _welcome(desk: Desk, _folder: Path) -> None:
    """Start the program."""
    desk.start()


def _article(desk: Desk, folder: Path) -> None:
    """Open the seed article in a new project."""
    project = create_project(folder / "seed.annotator", annotator=_ANNOTATOR)
    import_paths(project.file, [seeds() / _SEED])
    desk.show(project)


def _review(desk: Desk, folder: Path) -> None:
    """Open a review of what two colleagues made of the seed article."""
    files = sorted((seeds() / "review").glob("*.jsonl"))
    review = make_review(folder / "review.annotator", files, reviewer="هند")
    desk.show(review.project)


def _annotate(desk: Desk) -> None:
    """Accept the first suggestions, and stop at an open one."""
    _press(desk, "suggestion.next", *["record.accept"] * 9)


def _quotes(desk: Desk) -> None:
    """Accept what is suggested, and go to a quote."""
    _press(desk, "suggestions.accept_all", "quote.next", "quote.next")


def _at_a_name(desk: Desk) -> None:
    """Go to a name that the article has many times."""
    _press(desk, "suggestion.next", "record.accept")


def _search(dialog: QDialog) -> None:
    """Search for a name."""
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.setText("أرمينيا | أذربيجان")


def _to_conll(dialog: QDialog) -> None:
    """Choose a format that cannot carry everything."""
    formats = dialog.findChild(QComboBox)
    assert formats is not None
    formats.setCurrentIndex(formats.findData("conll2003"))
    for line in dialog.findChildren(QLineEdit):
        if line.text().endswith("seed.conll"):
            line.setText("train.conll")


def _keys(dialog: QDialog) -> None:
    """Turn to the last page of the settings: the keys."""
    pages = dialog.findChild(QListWidget)
    assert pages is not None
    pages.setCurrentRow(pages.count() - 1)


def _as_it_is(_desk: Desk) -> None:
    """Show the window as it opens."""


SCENES = (
    Scene("welcome", _welcome, _as_it_is),
    Scene("annotate", _article, _annotate),
    Scene("annotate-dark", _article, _annotate, theme="dark"),
    Scene("quotes", _article, _quotes),
    Scene("every", _article, _at_a_name, dialog="every.label"),
    Scene("search", _article, _annotate, dialog="find.everywhere", fill=_search),
    Scene("export", _article, _quotes, dialog="project.export", fill=_to_conll),
    Scene("labels", _article, _annotate, dialog="labels.edit"),
    Scene("settings", _article, _annotate, dialog="settings.show", fill=_keys),
    Scene("keys", _article, _annotate, dialog="help.keys"),
    Scene("review", _review, _as_it_is),
)
"""Every picture. A new one is a line here, and its place in a page."""


def take(scene: Scene, language: str, folder: Path) -> Path:
    """Take a picture into ``folder``/``language`` and return its path."""
    with tempfile.TemporaryDirectory() as place, _desk(Path(place), language, scene.theme) as desk:
        scene.open(desk, Path(place))
        assert desk.window is not None
        desk.window.show()
        desk.window.resize(SIZE)
        _settle(desk)
        scene.do(desk)
        _settle(desk)
        shown = (
            _dialog(desk, scene.dialog, scene.fill)
            if scene.dialog
            else desk.window.grab().toImage()
        )
    path = folder / language / f"{scene.name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not _in_few_colours(shown).save(str(path)):
        sys.exit(f"{path} cannot be written")
    return path


def _in_few_colours(image: QImage) -> QImage:
    """Return a picture in its 256 most frequent colours: pictures are in every clone."""
    pixels = image.convertToFormat(QImage.Format.Format_RGB32)
    values = np.frombuffer(pixels.constBits(), dtype=np.uint32)
    colours, counts = np.unique(values, return_counts=True)
    most = colours[np.argsort(-counts, kind="stable")[:256]]
    return pixels.convertToFormat(
        QImage.Format.Format_Indexed8, most.tolist(), Qt.ImageConversionFlag.ThresholdDither
    )


def _dialog(desk: Desk, action: str, fill: Callable[[QDialog], None]) -> QImage:
    """Return the picture of the dialog that an action opens; it is closed again."""
    taken: list[QImage] = []

    def look() -> None:
        dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
        for dialog in filter(QDialog.isVisible, dialogs):
            timer.stop()
            _settle(desk)
            fill(dialog)
            _settle(desk)
            taken.append(dialog.grab().toImage())
            dialog.close()

    timer = QTimer(interval=50)
    timer.timeout.connect(look)
    timer.start()
    _press(desk, action)  # a dialog that waits for an answer has its own loop in here
    while not taken:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    return taken[0]


def _press(desk: Desk, *actions: str) -> None:
    for action in actions:
        assert desk.window is not None
        desk.window.actions_table[action].trigger()
        QApplication.processEvents()


def _settle(desk: Desk) -> None:
    """Let the event loop run until no work does, and what is to be painted is."""
    end = QDeadlineTimer(_LONGEST)
    while not end.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        if not desk.runner.busy:
            break
    calm = QDeadlineTimer(_CALM)
    while not calm.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


@contextmanager
def _desk(place: Path, language: str, theme: str) -> Iterator[Desk]:
    """Yield a desk with settings of its own."""
    settings = Settings(place / "settings.toml")
    settings[LANGUAGE] = language
    settings[THEME] = theme
    settings[ANNOTATOR] = _ANNOTATOR
    app = QApplication.instance() or make_application()
    assert isinstance(app, QApplication)
    desk = Desk(app, settings)
    try:
        yield desk
    finally:
        desk.close()


def main(arguments: Sequence[str]) -> int:
    """Take the pictures that are asked for, and print their paths."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", help="the pictures; none named is all")
    parser.add_argument("--language", choices=LANGUAGES, help="one alone")
    parser.add_argument("--out", type=Path, default=FOLDER, help="instead of docs/pictures")
    options = parser.parse_args(arguments)
    unknown = set(options.names) - {scene.name for scene in SCENES}
    if unknown:
        parser.error(f"no such picture: {', '.join(sorted(unknown))}")
    take_qt_messages()
    for scene in SCENES:
        if not options.names or scene.name in options.names:
            for language in [options.language] if options.language else LANGUAGES:
                print(take(scene, language, options.out))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

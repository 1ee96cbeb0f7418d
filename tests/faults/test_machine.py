"""Machines that lack something: each ends, or goes on, in words and without a traceback."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from annotator.ui import log
from tests.faults.conftest import Disk

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="as Linux lacks it")


def run(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    gone = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in gone}
    return subprocess.run(
        [sys.executable, *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=environment | variables,
    )


@pytest.mark.parametrize("display", ["", ":77"])
def test_without_a_display_the_program_says_so_and_ends(display: str) -> None:
    done = run("-m", "annotator", **({"DISPLAY": display} if display else {}))
    assert done.returncode == 2
    assert "No window can be opened here" in done.stderr
    assert "لا يمكن فتح نافذة هنا" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from annotator.ui import app
from annotator.ui.dialogs.errors import ErrorDialog
desk = None
def look():
    boxes = desk.window.findChildren(ErrorDialog)
    print(desk.window.annotating.state is not None, [box.text() for box in boxes], flush=True)
    print(desk.window.status.texts()[1])
    app.QApplication.quit()
start = app.Desk.start
def watched(self, paths=()):
    global desk
    desk = self
    window = start(self, paths)
    QTimer.singleShot(300, look)
    return window
app.Desk.start = watched
sys.exit(app.main([Path(sys.argv[1])]))
"""


def test_without_a_home_to_write_to_the_window_works(tmp_path: Path, seed_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("زار بايدن باريس.", encoding="utf-8")
    made = run("-m", "annotator", "import", str(tmp_path / "a.annotator"), str(article))
    assert made.returncode == 0
    nowhere = dict.fromkeys(
        ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"),
        "/proc/nothing",
    )
    done = run("-c", _WINDOW, str(tmp_path / "a.annotator"), QT_QPA_PLATFORM="offscreen", **nowhere)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("True []")
    assert "Traceback" not in done.stderr
    assert "Error" not in done.stderr


def test_without_fonts_the_window_names_what_to_install(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("زار بايدن باريس.", encoding="utf-8")
    run("-m", "annotator", "import", str(tmp_path / "a.annotator"), str(article))
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{tmp_path}</dir></fontconfig>",
        encoding="utf-8",
    )
    done = run(
        "-c",
        _WINDOW,
        str(tmp_path / "a.annotator"),
        QT_QPA_PLATFORM="offscreen",
        FONTCONFIG_FILE=str(fonts),
    )
    assert done.returncode == 0, done.stderr
    assert "No font with Arabic letters" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_log_on_a_full_disk_says_nothing_to_the_terminal(
    disk: Disk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(log, "log_path", lambda: disk.folder / "x" / "annotator.log")
    monkeypatch.setattr(log, "take_qt_messages", lambda: None)
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    disk.fill()
    try:
        log.start_log()
        logging.getLogger("annotator").info("a line")
    finally:
        for handler in root.handlers:
            if handler not in before:
                with suppress(OSError):  # as logging does at the end of the program
                    handler.close()
        root.handlers[:] = before
        root.setLevel(level)
    assert capsys.readouterr().err == ""

"""From the command to the article on the screen, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from annotator.services.importing import import_paths
from annotator.services.project import create_project, open_project

# Leaves the event loop after the article's first painting.
_PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from annotator.cli.program import main
from annotator.ui.article.view import ArticleView

paint = ArticleView.paint_over

def painted(view, *args):
    paint(view, *args)
    if view.toPlainText():
        QTimer.singleShot(0, QApplication.quit)

ArticleView.paint_over = painted
sys.exit(main(sys.argv[1:]))
"""

_BARE_QT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

app = QApplication([])
window = QMainWindow()
edit = QTextEdit(Path(sys.argv[1]).read_text(encoding="utf-8"))
window.setCentralWidget(edit)
window.show()
QTimer.singleShot(0, app.quit)
sys.exit(app.exec())
"""


def _run(program: str, *arguments: Path) -> None:
    subprocess.run([sys.executable, "-c", program, *map(str, arguments)], check=True)


def test_start_to_first_article(measure, home: Path, seed_path: Path):
    path = home / "seed.annotator"
    with create_project(path) as project:
        import_paths(project.file, [seed_path])
    measure(
        lambda: _run(_PROGRAM, path),
        lambda: _run(_BARE_QT, seed_path),
        "a bare Qt window with the same text, from Python's start",
        rounds=5,
    )
    with open_project(path) as project:
        assert project.count() == 1

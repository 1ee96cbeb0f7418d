"""From the command to the article on the screen, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from annotator.services.importing import import_paths
from annotator.services.project import create_project, open_project

# Ends at once after the article's first painting: closing is no part of starting.
_PROGRAM = """
import os
import sys
from annotator.cli.program import main
from annotator.ui.article.view import ArticleView

paint = ArticleView.paint_over

def painted(view, *args):
    paint(view, *args)
    if view.toPlainText():
        os._exit(0)

ArticleView.paint_over = painted
sys.exit(main(sys.argv[1:]))
"""

_BARE_QT = """
import os
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

class Edit(QTextEdit):
    def paintEvent(self, event):
        super().paintEvent(event)
        os._exit(0)

app = QApplication([])
window = QMainWindow()
window.setCentralWidget(Edit(Path(sys.argv[1]).read_text(encoding="utf-8")))
window.show()
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

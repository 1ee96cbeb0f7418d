"""Make the program's icon in the forms that desktops ask for, from ``resources/icons``.

    python packaging/icons.py FOLDER

leaves ``annotator.svg``, ``annotator-N.png``, ``annotator.ico`` (Windows) and ``annotator.icns``
(macOS) in FOLDER. Needs PySide6.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QIcon

ICON = Path(__file__).resolve().parents[1] / "resources" / "icons" / "annotator.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
"""In pixels."""
_LARGEST = {"ico": 256, "icns": 512}


def main(folder: Path) -> int:
    """Write all forms; return the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    application.setApplicationName("icons")
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ICON, folder / ICON.name)
    icon = QIcon(str(ICON))
    names = {f"annotator-{size}.png": size for size in SIZES}
    names |= {f"annotator.{suffix}": size for suffix, size in _LARGEST.items()}
    for name, size in names.items():
        if not icon.pixmap(QSize(size, size), 1.0).save(str(folder / name)):
            print(f"{folder / name} cannot be written")
            return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))

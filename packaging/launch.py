"""Where the frozen program starts; elsewhere ``annotator/__main__.py`` is enough."""

import multiprocessing
import os
import sys
from pathlib import Path

from annotator.cli.program import main

if __name__ == "__main__":
    # A library that starts workers starts this program again; here those end in their own work.
    multiprocessing.freeze_support()
    if sys.stdout is None or sys.stderr is None:  # on Windows, a program without a console
        sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - to the end
    sys.exit(main())

"""What outlives a power cut: the content of a file, and the name that it has got."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def flush_file(path: Path) -> None:
    """Put what was written to a file on the disk before this returns.

    Raises:
        OSError: the disk does not take it.
    """
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def flush_folder(folder: Path) -> None:
    """Put the names in a folder on the disk, after a rename, where the system can."""
    with suppress(OSError):  # Windows does not open folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

"""Two folders change places: a reader finds the one or the other, never a mixture."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD: paths count from the working folder
_EXCHANGE = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS


def swap_folders(one: Path, other: Path) -> None:
    """Give each of two folders the name of the other, in one step where the system has it.

    Where it has none, ``other`` is absent for a moment, and lies whole beside its place as
    ``NAME.old`` if the program is killed just then.

    Raises:
        OSError: they could not be renamed; ``other`` is as it was.
    """
    if _exchange(os.fsencode(one), os.fsencode(other)):
        return
    aside = other.with_name(f"{other.name}.old")
    other.rename(aside)
    try:
        one.rename(other)
    except OSError:
        aside.rename(other)
        raise
    aside.rename(one)


def _exchange(one: bytes, other: bytes) -> bool:
    """Let the system exchange two names; False where it cannot."""
    if sys.platform == "win32":
        return False
    try:
        libc = ctypes.CDLL(None)
        if sys.platform == "darwin":
            done = libc.renamex_np(one, other, _EXCHANGE)
        else:
            done = libc.renameat2(_HERE, one, _HERE, other, _EXCHANGE)
    except (OSError, AttributeError):  # a C library without the call
        return False
    return bool(done == 0)

"""What the shared libraries of a frozen program ask of a Linux system (needs ``objdump``)."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

_ELF = b"\x7fELF"
_SOME = 100
"""Files that one call of ``objdump`` is given."""

_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(\d+(?:\.\d+)+)\b")


class Needs(NamedTuple):
    """Libraries that must come from the system, and the oldest C library that will do."""

    libraries: frozenset[str]
    glibc: str


def needs(folder: Path) -> Needs:
    """Return what the programs and libraries in ``folder`` need and do not find there.

    Raises:
        OSError: there is no ``objdump``.
        subprocess.CalledProcessError: a file cannot be read by it.
    """
    files = sorted(elf_files(folder))
    names = {path.name for path in folder.rglob("*")}
    needed: set[str] = set()
    versions: set[tuple[int, ...]] = {(2,)}
    for start in range(0, len(files), _SOME):
        told = _objdump(files[start : start + _SOME])
        needed.update(_NEEDED.findall(told))
        versions.update(tuple(map(int, found.split("."))) for found in _GLIBC.findall(told))
    return Needs(frozenset(needed - names), ".".join(map(str, max(versions))))


def needed_by(path: str) -> list[str]:
    """Return the names of the libraries that a program or library itself asks for."""
    return _NEEDED.findall(_objdump([Path(path)]))


def elf_files(folder: Path) -> Iterator[Path]:
    """Yield the programs and libraries in ``folder``, links left out."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == _ELF:
                    yield path


def packages(needed: Needs, known: Mapping[str, str]) -> list[str]:
    """Return the Debian packages that have the libraries, as a ``Depends`` field lists them.

    Raises:
        LookupError: of a library it is not known which package has it.
    """
    strange = sorted(needed.libraries - known.keys())
    if strange:
        raise LookupError(
            f"the program needs {', '.join(strange)}, which is neither bundled nor in "
            "SYSTEM_LIBRARIES (packaging/frozen.py)"
        )
    found = {known[library] for library in needed.libraries} - {"libc6"}
    return [f"libc6 (>= {needed.glibc})", *sorted(found)]


def _objdump(files: Iterable[Path]) -> str:
    done = subprocess.run(
        ["objdump", "-p", *map(str, files)], capture_output=True, text=True, check=True
    )
    return done.stdout

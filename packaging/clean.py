"""Clean environments for what is built and shipped; never the one that people work in."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"
"""Where everything is made on the way; ``make clean`` removes it."""
DIST = ROOT / "dist"
"""Where what is shipped is left."""

_STAMP = "lock.stamp"


def python_in(venv: Path) -> Path:
    """Return the Python of an environment."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def environment(venv: Path, lock: str) -> Path:
    """Return the Python of an environment that holds what a lock file names, and nothing else.

    One that was made from the same lock file by the same Python is used again.

    Raises:
        SystemExit: it cannot be made; pip has said why.
    """
    made_from = (ROOT / lock).read_bytes() + sys.version.encode()
    wanted = hashlib.sha256(made_from).hexdigest()
    stamp = venv / _STAMP
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        say(f"Making a clean environment from {lock}")
        shutil.rmtree(venv, ignore_errors=True)
        run([sys.executable, "-m", "venv", str(venv)])
        pip(venv, "--requirement", str(ROOT / lock))
        stamp.write_text(wanted, encoding="utf-8")
    return python_in(venv)


def pip(venv: Path, *arguments: str) -> None:
    """Install into an environment.

    Raises:
        SystemExit: it failed.
    """
    quiet = ("--quiet", "--disable-pip-version-check")
    run([str(python_in(venv)), "-m", "pip", "install", *quiet, *arguments])


def build(python: Path, target: str, out: Path, source: Path = ROOT) -> Path:
    """Build the ``wheel`` or the ``sdist`` of a source tree, alone in ``out``; return its path.

    Raises:
        SystemExit: it failed.
    """
    shutil.rmtree(out, ignore_errors=True)
    run([str(python), "-m", "hatchling", "build", "-t", target, "-d", str(out)], cwd=source)
    (built,) = out.iterdir()
    return built


def epoch() -> str:
    """Return the time that files in an archive get: of the last commit, or ``SOURCE_DATE_EPOCH``.

    So that whoever builds the same commit gets the same archive.
    """
    if "SOURCE_DATE_EPOCH" in os.environ:
        return os.environ["SOURCE_DATE_EPOCH"]
    command = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "1767225600"


def run(command: Sequence[str], cwd: Path | None = None, **variables: str) -> None:
    """Run a command, with more environment variables.

    Raises:
        SystemExit: it failed; it has said why.
    """
    environ = {**os.environ, **variables}
    done = subprocess.run(command, cwd=cwd, env=environ, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command[:4]))} … failed: {done.returncode}")


def say(text: str) -> None:
    """Print a line that stands out between those of the tools."""
    print(f"==> {text}", flush=True)


def megabytes(folder: Path) -> float:
    """Return how much the files in a folder hold, in millions of bytes; links count nothing."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1e6

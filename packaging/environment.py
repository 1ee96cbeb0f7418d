"""Make .venv with the locked packages and this project in it; do nothing when it is current.

    python3 packaging/environment.py            what the application needs
    python3 packaging/environment.py --dev      with tests and linters

Needs nothing but Python 3.11 or newer, works on Linux, macOS and Windows, and says in plain words
what is missing. ``make run`` and ``make test`` call it first.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)

# What the wheels of Qt expect from a bare Debian or Ubuntu: to start at all, and for a window.
QT_PACKAGES = (
    "libegl1",
    "libgl1",
    "libglib2.0-0",
    "libfontconfig1",
    "libxkbcommon0",
    "libdbus-1-3",
)
WINDOW_PACKAGES = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxkbcommon-x11-0",
)
FONT_PACKAGES = ("fonts-noto-core",)  # brings Noto Naskh Arabic

PROBE = """
from PySide6.QtGui import QFontDatabase, QGuiApplication
application = QGuiApplication([])
print(len(QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)))
"""


def main() -> int:
    """Make the environment; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--dev", action="store_true", help="with tests and linters")
    parser.add_argument(
        "--system-packages",
        action="store_true",
        help="as root on Debian or Ubuntu, install what Qt lacks",
    )
    asked = parser.parse_args()
    lock = "requirements-dev.lock" if asked.dev else "requirements.lock"
    check_python()
    if is_current(lock):
        return 0
    make_venv()
    install(lock)
    check_qt(may_install=asked.system_packages)
    stamp(lock)
    return 0


def check_python() -> None:
    """Stop when this Python is too old or cannot make virtual environments."""
    if sys.version_info < OLDEST:
        version = ".".join(map(str, sys.version_info[:3]))
        raise SystemExit(
            f"annotator needs Python 3.11 or newer; {sys.executable} is {version}.\n"
            "Install a newer one and name it: make run PYTHON=/path/to/python3"
        )
    if any(importlib.util.find_spec(name) is None for name in ("venv", "ensurepip")):
        raise SystemExit(
            f"{sys.executable} cannot make virtual environments: its venv module is missing.\n"
            "On Debian and Ubuntu: sudo apt-get install python3-venv"
        )


def make_venv() -> None:
    """Make .venv; one whose Python has gone or does not fit is made anew."""
    if runs([str(PYTHON), "-c", f"import sys, pip; assert sys.version_info >= {OLDEST}"]):
        return
    say(f"Making a virtual environment in {VENV}")
    if subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=False).returncode:
        raise SystemExit(f"The virtual environment could not be made in {VENV} (see above).")


def install(lock: str) -> None:
    """Install the pinned packages, then the project itself, editable."""
    say(f"Installing the packages of {lock}; the first time takes some minutes")
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    # The locked pip first: older ones build packages that come as source in ways that fail.
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    locked_pip = [line for line in lines if line.startswith("pip==")]
    for what in (
        locked_pip,
        ["--requirement", str(ROOT / lock)],
        ["--no-deps", "--editable", str(ROOT)],
    ):
        if subprocess.run([*pip, *what], check=False).returncode:
            raise SystemExit(
                "The packages could not be installed: pip says why above.\n"
                "It needs the network (or an index of yours that pip is told about) this once, and "
                "some gigabytes of disk.\nThen run the same command again: it goes on from here."
            )


def check_qt(*, may_install: bool) -> None:
    """Stop when Qt cannot start here, and say what to install; without an Arabic font, say so."""
    fonts, error = probe()
    if may_install and not fonts and is_debian_root():
        missing = [*QT_PACKAGES, *FONT_PACKAGES]
        say("Qt or an Arabic font is missing; installing " + " ".join(missing))
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update"], ["install", "--yes", "--no-install-recommends", *missing]):
            subprocess.run(["apt-get", "--quiet", *command], check=False, env=quiet)
        fonts, error = probe()
    if error:
        raise SystemExit(
            f"Qt cannot start here: {error}\nOn Debian and Ubuntu: sudo apt-get install "
            + " ".join((*QT_PACKAGES, *WINDOW_PACKAGES, *FONT_PACKAGES))
        )
    if not fonts:
        say(
            "No installed font has Arabic letters. "
            "On Debian and Ubuntu: sudo apt-get install " + " ".join(FONT_PACKAGES)
        )


def probe() -> tuple[int, str]:
    """Return the number of font families with Arabic letters, and why Qt does not start."""
    done = subprocess.run(
        [PYTHON, "-c", PROBE],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    if done.returncode:
        return 0, (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]
    return int(done.stdout), ""


def is_debian_root() -> bool:
    """Whether packages of the system can be installed here without asking anyone."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def is_current(lock: str) -> bool:
    """Whether .venv was made from what the lock file and pyproject.toml say now."""
    path = stamp_path(lock)
    return path.exists() and path.read_text(encoding="utf-8") == digest(lock) and PYTHON.exists()


def stamp(lock: str) -> None:
    """Remember what .venv was made from. The larger set serves for the smaller."""
    names = [lock, "requirements.lock"] if lock == "requirements-dev.lock" else [lock]
    for name in names:
        stamp_path(name).write_text(digest(name), encoding="utf-8")


def stamp_path(lock: str) -> Path:
    """Return the file that says what .venv was made from; it goes when .venv goes."""
    return VENV / f"{lock}.stamp"


def digest(lock: str) -> str:
    """Return what identifies an environment: the lock file, and how the project installs."""
    import tomllib  # noqa: PLC0415 - older Pythons are to reach check_python and its message

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    parts = [project["build-system"], project["project"], project["tool"]["hatch"], str(ROOT)]
    content = (ROOT / lock).read_bytes() + json.dumps(parts, sort_keys=True).encode()
    return hashlib.sha256(content).hexdigest()


def runs(command: list[str]) -> bool:
    """Whether a command exists and succeeds."""
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def say(text: str) -> None:
    """Print a line that stands out between pip's."""
    print(f"==> {text}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())

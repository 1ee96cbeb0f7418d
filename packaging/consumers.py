"""Make the environments of the programs that read what annotator writes, for the tests.

    python3 packaging/consumers.py              all of them, each in .venv-consumers/NAME
    python3 packaging/consumers.py --optional   the same, but where it cannot be done only say so

Those that go together with our own pins are in the dependency group ``consumers`` and need nothing
of this. The tests in ``tests/consumers`` run a script in such an environment; they are skipped
where it is absent. An environment that is current is left alone.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".venv-consumers"
STAMP = "consumer.stamp"


@dataclass(frozen=True)
class Consumer:
    """What an environment holds: ``bare`` packages come without what they ask for."""

    requirements: tuple[str, ...]
    bare: tuple[str, ...] = ()
    why: str = field(default="", compare=False)


CONSUMERS: Mapping[str, Consumer] = {
    "doccano": Consumer(
        why="doccano wants Django below 5, pandas below 2 and a whole server. What its import and "
        "export need is a tenth of that.",
        bare=("doccano==1.8.4", "seqeval==1.2.2"),
        requirements=(
            "auto-labeling-pipeline>=0.1.21,<0.2",
            "chardet>=4,<5",
            "django>=4.1.7,<5",
            "django-drf-filepond>=0.5,<0.6",
            "django-polymorphic>=3.1,<4",
            "numpy<2",
            "pandas>=1.4.2,<2",
            "pydantic>=2.0.3,<3",
            "pyexcel>=0.7,<0.8",
            "setuptools<81",  # django-polymorphic imports pkg_resources
        ),
    ),
    "label-studio": Consumer(
        why="Its newest version asks for other versions of what we pin, and for opencv.",
        requirements=("label-studio-sdk==2.1.2",),
    ),
}


def main() -> int:
    """Make the environments; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--optional", action="store_true", help="go on where one cannot be made")
    asked = parser.parse_args()
    failed = [name for name, consumer in CONSUMERS.items() if not made(name, consumer)]
    if failed:
        print(f"==> Not made, their tests will be skipped: {', '.join(failed)}", flush=True)
    return bool(failed) and not asked.optional


def made(name: str, consumer: Consumer) -> bool:
    """Make an environment unless it is current; return whether it is there."""
    folder = FOLDER / name
    stamp = folder / STAMP
    if stamp.exists() and stamp.read_text(encoding="utf-8") == digest(consumer):
        return True
    print(f"==> Making the environment of {name} in {folder}", flush=True)
    pip = [str(python(name)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    commands = [
        [sys.executable, "-m", "venv", "--clear", str(folder)],
        [*pip, *consumer.requirements],
        *([[*pip, "--no-deps", *consumer.bare]] if consumer.bare else []),
    ]
    if any(subprocess.run(command, check=False).returncode for command in commands):
        shutil.rmtree(folder, ignore_errors=True)
        return False
    stamp.write_text(digest(consumer), encoding="utf-8")
    return True


def python(name: str) -> Path:
    """Return the Python of an environment."""
    return FOLDER / name / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def digest(consumer: Consumer) -> str:
    """Return what identifies an environment: what is in it, and which Python made it."""
    parts = (consumer.requirements, consumer.bare, sys.version_info[:2], str(ROOT))
    return hashlib.sha256(repr(parts).encode()).hexdigest()


if __name__ == "__main__":
    raise SystemExit(main())

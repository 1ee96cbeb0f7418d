"""Build the wheel and the source archive, install the wheel alone, and do the main job with it.

    python packaging/wheel_check.py

The environment is a clean one, with what ``requirements.lock`` pins and nothing else; the program
runs away from the source tree, with an empty home. A wheel is built from the source archive too,
and has to hold the same. Both are left in ``dist/``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
import tempfile
import zipfile
from pathlib import Path

import archives
import clean
import exercise
import frozen
import installed

BUILD = clean.BUILD / "wheel"


def main() -> int:
    """Build and try; return the exit code."""
    builder = clean.environment(clean.BUILD / "package" / "venv", "requirements-package.lock")
    wheel = clean.build(builder, "wheel", BUILD / "wheel")
    sdist = clean.build(builder, "sdist", BUILD / "sdist")
    with tempfile.TemporaryDirectory(prefix="annotator-wheel-") as name:
        place = Path(name)
        with tarfile.open(sdist) as archive:
            archive.extraction_filter = getattr(tarfile, "data_filter", None)
            archive.extractall(place)
        (source,) = place.iterdir()
        again = clean.build(builder, "wheel", place / "again", source)
        if contents(wheel) != contents(again):
            print("The wheel of the source archive is another one than that of the source tree.")
            return 1
        venv = BUILD / "venv"
        python = clean.environment(venv, "requirements.lock")
        clean.pip(venv, "--no-deps", "--force-reinstall", str(wheel))
        clean.run([str(python), "-m", "pip", "check"])
        work = place / "elsewhere"
        work.mkdir()
        try:
            for line in exercise.exercise(program_of(python, work), frozen.version()):
                print(f"    {line}")
        except installed.BrokenError as error:
            print(f"{wheel.name} is broken: {error}")
            return 1
    clean.DIST.mkdir(exist_ok=True)
    for path in (wheel, sdist):
        shutil.copy(path, clean.DIST)
        print(clean.DIST / path.name)
    archives.write_sums(clean.DIST)
    return 0


def contents(wheel: Path) -> dict[str, int]:
    """Return the checksum of each file in a wheel."""
    return {entry.filename: entry.CRC for entry in zipfile.ZipFile(wheel).infolist()}


def program_of(python: Path, work: Path) -> installed.Program:
    """Return the program of an environment, run in a folder of its own with an empty home."""
    script = "import annotator.bundled as bundled; print(bundled.seeds())"
    done = subprocess.run(
        [str(python), "-I", "-c", script], capture_output=True, text=True, check=True, cwd=work
    )
    environment = {**os.environ, "HOME": str(work), "USERPROFILE": str(work)}
    environment.pop("PYTHONPATH", None)
    program = python.with_name("annotator.exe" if os.name == "nt" else "annotator")
    return installed.Program([str(program)], environment, work, Path(done.stdout.strip()))


if __name__ == "__main__":
    raise SystemExit(main())

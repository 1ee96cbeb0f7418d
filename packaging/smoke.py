"""Run what was built as somebody would who has nothing else: no Python, no network, no home.

    python packaging/smoke.py ARTEFACT [--flavour lite] [--picture FILE]

ARTEFACT is a frozen folder, a ``.tar.gz`` or a ``.deb``. It is unpacked elsewhere, made read-only
and run with an empty environment from another folder; where this is root, as ``nobody`` and without
a network. The main job is done off screen; with Xvfb and xdotool here, the window opens too.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median

import clean
import exercise
import frozen
import installed
import roundtrips

_NOBODY = 65534
_WARM = 3
"""Starts of which the median counts."""

_SETTLED = 8
"""Seconds after which a window has shown what there is: the article, and what is suggested."""
_FEWEST = 5
"""Entities of the sample article, at the least."""


def main() -> int:
    """Try an artefact; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("artefact", type=Path)
    parser.add_argument("--flavour", choices=frozen.FLAVOURS, default="lite")
    parser.add_argument("--picture", type=Path, help="where to leave a picture of the window")
    asked = parser.parse_args()
    clean.say(f"Trying {asked.artefact.name}")
    with tempfile.TemporaryDirectory(prefix="annotator-smoke-") as name:
        place = Path(name)
        place.chmod(0o755)
        try:
            folder = unpacked(asked.artefact.resolve(), place / "program")
            for line in attempts(folder, place, frozen.FLAVOURS[asked.flavour], asked.picture):
                print(f"    {line}", flush=True)
        except installed.BrokenError as error:
            print(f"{asked.artefact.name} is broken: {error}")
            return 1
        finally:
            _writable(place)
    return 0


def unpacked(artefact: Path, target: Path) -> Path:
    """Unpack an artefact, read-only; return the folder in which the program lies."""
    if artefact.is_dir():
        shutil.copytree(artefact, target, symlinks=True)
        folder = target
    elif artefact.suffix == ".deb":
        clean.run(["dpkg-deb", "--extract", str(artefact), str(target)])
        folder = target / "usr" / "lib" / frozen.NAME
    else:
        with tarfile.open(artefact) as archive:
            archive.extraction_filter = getattr(tarfile, "data_filter", None)
            archive.extractall(target)
        (folder,) = target.iterdir()
    for path in [target, *target.rglob("*")]:
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o222)
    return folder


def attempts(
    folder: Path, place: Path, flavour: frozen.Flavour, picture: Path | None
) -> Iterator[str]:
    """Run the program in its folder; yield what was seen.

    Raises:
        installed.BrokenError: it does not work.
    """
    size = clean.megabytes(folder)
    if size > flavour.most:
        raise installed.BrokenError(f"{size:.0f} MB unpacked; {flavour.most} are allowed")
    yield f"{size:.0f} MB unpacked"
    program = surrounded(folder, place)
    _forget(folder)
    cold = program.seconds("--version")
    warm = median(program.seconds("--version") for _ in range(_WARM))
    yield f"--version after {cold:.2f} s cold, {warm:.2f} s warm"
    yield from exercise.exercise(program, frozen.version())
    yield from _without_home(program)
    if shutil.which("Xvfb") is None or shutil.which("xdotool") is None:
        yield "no window: Xvfb or xdotool are missing here"
        return
    with _display() as display:
        _forget(folder)
        cold = _start_of_window(program, display)
        warm = median(_start_of_window(program, display) for _ in range(_WARM))
        yield f"window after {cold:.2f} s cold, {warm:.2f} s warm"
        yield f"accepted by a key, saved, exported: {_work_in_window(program, display, picture)}"


def _without_home(program: installed.Program) -> Iterator[str]:
    """Do the main job with no home, and with one in which nothing may be written."""
    if sys.platform == "win32":
        return
    seed = next(program.seeds.glob("*.txt"))
    plain = {name: value for name, value in program.environment.items() if name != "HOME"}
    for told, environment in (("unset", plain), ("unwritable", {**plain, "HOME": "/proc"})):
        homeless = replace(program, environment=environment)
        out = program.folder / f"home-{told}.jsonl"
        homeless.run("suggest", seed, "-o", out)
        installed.hold(out.stat().st_size > 0, f"nothing is suggested with HOME {told}")
        demo = program.folder / f"home-{told}"
        homeless.run("demo", "--out", demo, QT_QPA_PLATFORM="offscreen")
        installed.hold((demo / "seed.conll").exists(), f"no demo with HOME {told}")
        yield f"suggests and runs the demo with HOME {told}"


def surrounded(folder: Path, place: Path) -> installed.Program:
    """Return the program with surroundings in which nothing helps it."""
    work = place / "elsewhere"
    home = work / "home"
    home.mkdir(parents=True)
    before: list[str] = []
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("setpriv"):
        if subprocess.run(["unshare", "--net", "true"], check=False).returncode == 0:
            before += ["unshare", "--net"]
        before += ["setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups"]
        for path in (work, home):
            os.chown(path, _NOBODY, _NOBODY)
    environment = {"HOME": str(home), "LANG": "C.UTF-8"}
    if sys.platform == "win32":
        environment = {**os.environ, "USERPROFILE": str(home)}
    name = f"{frozen.NAME}.exe" if sys.platform == "win32" else frozen.NAME
    bundled = folder / frozen.CONTENTS / "annotator" / "_bundled"
    command = [*before, str(folder / name)]
    return installed.Program(command, environment, work, bundled / "seeds")


@contextmanager
def _display() -> Iterator[str]:
    """Run an X server with no screen; give its display."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def _start_of_window(program: installed.Program, display: str) -> float:
    """Open the sample article in the window and close it; return the seconds until it shows."""
    seed = next(program.seeds.glob("*.txt"))
    start = time.monotonic()
    with _running(program, display, seed) as running:
        _shown(running, display)
        shown = time.monotonic() - start
        time.sleep(_SETTLED)
        _keys(display, _shown(running, display), "ctrl+q")
    return shown


def _work_in_window(program: installed.Program, display: str, picture: Path | None) -> str:
    """Accept what is suggested in a new project, by keys; return what its export holds then.

    Raises:
        installed.BrokenError: nothing is suggested, or what was saved is exported otherwise.
    """
    project, out = (program.folder / name for name in ("window.annotator", "window.jsonl"))
    program.run("import", project, next(program.seeds.glob("*.txt")))
    installed.hold(not roundtrips.held(project).entities, "a new project has accepted spans")
    with _running(program, display, project) as running:
        _shown(running, display)
        time.sleep(_SETTLED)  # suggestions come in
        window = _shown(running, display)
        _keys(display, window, "ctrl+shift+a")
        time.sleep(_SETTLED)
        if picture is not None and shutil.which("import"):
            shot = ["import", "-display", display, "-window", "root", str(picture)]
            subprocess.run(shot, check=False)
        _keys(display, window, "ctrl+q")
    program.run("export", project, "-o", out)
    found = roundtrips.held(project)
    installed.hold(len(found.entities) > _FEWEST, "the window has not saved what was accepted")
    roundtrips.compare_jsonl(out, found)
    return f"{len(found.entities)} entities and {len(found.quotes)} quotes"


@contextmanager
def _running(
    program: installed.Program, display: str, path: Path
) -> Iterator[subprocess.Popen[str]]:
    """Run the window on a path; afterwards it has to end by itself, and well."""
    with subprocess.Popen(
        [*program.command, str(path)],
        cwd=program.folder,
        env={**program.environment, "DISPLAY": display},
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        try:
            yield running
            _, errors = running.communicate(timeout=60)
        except (installed.BrokenError, subprocess.TimeoutExpired):
            running.kill()
            raise
    if running.returncode or "Traceback" in errors:
        code = running.returncode
        raise installed.BrokenError(f"the window ends with {code}\n{errors[-2000:]}")


def _keys(display: str, window: str, keys: str) -> None:
    _xdotool(display, "windowfocus", window)
    _xdotool(display, "key", keys)


def _shown(running: subprocess.Popen[str], display: str) -> str:
    """Wait for the window; return its id."""
    for _ in range(1200):
        if running.poll() is not None:
            raise installed.BrokenError(f"no window: {running.communicate()[1][-2000:]}")
        found = _xdotool(display, "search", "--onlyvisible", "--name", frozen.NAME)
        if found:
            return found.split()[0]
        time.sleep(0.02)
    raise installed.BrokenError("no window after 24 s")


def _xdotool(display: str, *words: str) -> str:
    environment = {**os.environ, "DISPLAY": display}
    command = ["xdotool", *words]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return done.stdout


def _forget(folder: Path) -> None:
    """Have the system read the files from the disk again, as after a restart."""
    if not hasattr(os, "posix_fadvise"):
        return
    os.sync()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _writable(place: Path) -> None:
    """Let a read-only tree be removed."""
    for path in [place, *place.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)


if __name__ == "__main__":
    raise SystemExit(main())

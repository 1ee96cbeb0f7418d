"""Build the program as people install it, and try what was built.

    python packaging/package.py               both flavours
    python packaging/package.py lite          without torch: the built-in model alone

Makes a clean environment from ``requirements-package.lock`` in ``build/``, installs the wheel of
this source tree there, freezes it, adds the licences of everything that is bundled, and leaves in
``dist/`` what this system can make: ``.tar.gz`` and ``.deb`` on Linux, ``.zip`` and an installer on
Windows, ``.dmg`` on macOS. At last ``packaging/smoke.py`` runs each of them.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import archives
import clean
import frozen

_PACKAGING = Path(__file__).resolve().parent
BUILD = clean.BUILD / "package"


def main() -> int:
    """Build and try the flavours; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("flavour", nargs="*", help=f"{', '.join(frozen.FLAVOURS)} (default: all)")
    parser.add_argument("--no-smoke", action="store_true", help="do not run what was built")
    asked = parser.parse_args()
    unknown = set(asked.flavour) - frozen.FLAVOURS.keys()
    if unknown:
        parser.error(f"no such flavour: {', '.join(sorted(unknown))}")
    python = clean.environment(BUILD / "venv", "requirements-package.lock")
    wheel = clean.build(python, "wheel", BUILD / "wheel")
    clean.pip(BUILD / "venv", "--no-deps", "--force-reinstall", str(wheel))
    icons = BUILD / "icons"
    clean.run([str(python), str(_PACKAGING / "icons.py"), str(icons)])
    written: list[Path] = []
    for name in asked.flavour or frozen.FLAVOURS:
        flavour = frozen.FLAVOURS[name]
        folder = freeze(python, flavour, icons)
        made = archives.Made(flavour, folder, icons, int(clean.epoch()))
        clean.say(f"Packing {folder.name}")
        packed = archives.archives(made, clean.DIST)
        written += packed
        if not asked.no_smoke:
            smoke(flavour, packed or [folder])
    archives.write_sums(clean.DIST)
    print("\n".join(f"{path.stat().st_size / 1e6:7.1f} MB  {path}" for path in written))
    return 0


def freeze(python: Path, flavour: frozen.Flavour, icons: Path) -> Path:
    """Freeze a flavour and add its licences; return its folder.

    Raises:
        SystemExit: it failed, is too large, or holds what was left out.
    """
    clean.say(f"Freezing {flavour.package}")
    work = BUILD / f"work-{flavour.id}"
    shutil.rmtree(work, ignore_errors=True)
    freezer = [str(python), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    places = ["--distpath", str(BUILD / "frozen"), "--workpath", str(work)]
    clean.run(
        [*freezer, *places, str(_PACKAGING / "annotator.spec"), "--", flavour.id, str(icons)],
        cwd=BUILD,
        PYTHONHASHSEED="0",  # so that two builds of one source are the same
        SOURCE_DATE_EPOCH=clean.epoch(),
    )
    folder = BUILD / "frozen" / flavour.package
    sources = work / "annotator" / frozen.SOURCES
    clean.run([str(python), str(_PACKAGING / "licences.py"), str(sources), str(folder)])
    check(flavour, folder)
    return folder


def check(flavour: frozen.Flavour, folder: Path) -> None:
    """Stop when a frozen program is too large, or holds what was to be left out."""
    size = clean.megabytes(folder)
    print(f"{folder.name}: {size:.0f} MB unpacked, {flavour.most} MB are allowed")
    if size > flavour.most:
        raise SystemExit(f"{folder.name} has grown too large")
    held = flavour.holds_excluded(folder)
    if held:
        raise SystemExit(f"{folder.name} holds what is left out of it: {', '.join(held)}")


def smoke(flavour: frozen.Flavour, built: Sequence[Path]) -> None:
    """Run the program in its folder and from each archive.

    Raises:
        SystemExit: one of them does not work.
    """
    for path in built:
        if path.is_dir() or path.suffix in {".gz", ".deb"}:
            script = [sys.executable, str(_PACKAGING / "smoke.py"), str(path)]
            clean.run([*script, "--flavour", flavour.id])


if __name__ == "__main__":
    raise SystemExit(main())

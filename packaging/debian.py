"""A Debian package of the frozen program, with what a desktop reads."""

from __future__ import annotations

import gzip
import hashlib
import os
import platform
import shutil
from email.utils import formatdate
from pathlib import Path

import clean
import frozen
import libraries

_LINUX = Path(__file__).resolve().parent / "linux"
_MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}
_MORE = ("xkb-data",)
"""Packages that are needed although no library says so: the keyboards of libxkbcommon."""

_MAINTAINER = "The annotator project <annotator@example.org>"

_CHANGES = """\
{package} ({version}) unstable; urgency=low

  * What has changed is told in CHANGELOG.md.gz.

 -- {maintainer}  {date}
"""

_CONTROL = """\
Package: {package}
Version: {version}
Architecture: {machine}
Maintainer: {maintainer}
Installed-Size: {kibibytes}
Depends: {depends}
Recommends: fonts-noto-core, xdg-desktop-portal
Conflicts: {others}
Replaces: {others}
Section: education
Priority: optional
Description: annotate Arabic news text
 Shows an article from right to left, suggests names and quotations, lets a
 person correct and label them to the letter, and exports training data.
 This one comes {summary}.
"""


def package(flavour: frozen.Flavour, folder: Path, icons: Path, epoch: int, out: Path) -> Path:
    """Write the package into ``out``; return its path.

    Args:
        flavour: what was frozen.
        folder: the frozen program.
        icons: where ``packaging/icons.py`` has left the icons.
        epoch: the time of all files, in seconds since 1970.
        out: a folder.

    Raises:
        SystemExit: dpkg-deb failed.
        LookupError: it is not known which package has a library that the program needs.
    """
    machine = _MACHINES[platform.machine()]
    tree = folder.with_name(f"{folder.name}-deb")
    shutil.rmtree(tree, ignore_errors=True)
    installed = tree / "usr" / "lib" / frozen.NAME
    shutil.copytree(folder, installed, symlinks=True)
    share = tree / "usr" / "share"
    for source, target in _shared(share, icons).items():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    # The mark of the program stands for its files as well.
    kinds = share / "icons" / "hicolor" / "scalable"
    (kinds / "mimetypes").mkdir()
    shutil.copyfile(icons / "annotator.svg", kinds / "mimetypes" / "application-x-annotator.svg")
    _papers(share / "doc" / flavour.package, epoch)
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / frozen.NAME).symlink_to(f"../lib/{frozen.NAME}/{frozen.NAME}")
    (tree / "DEBIAN").mkdir()
    control = _control(flavour, machine, installed)
    (tree / "DEBIAN" / "control").write_text(control, encoding="utf-8")
    (tree / "DEBIAN" / "md5sums").write_text(_sums(tree), encoding="utf-8")
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            runs = os.access(path, os.X_OK) and ".so" not in path.name
            path.chmod(0o755 if path.is_dir() or runs else 0o644)
    written = out / f"{flavour.package}_{frozen.version()}_{machine}.deb"
    command = [
        "dpkg-deb",
        "--root-owner-group",
        "-Zzstd",
        "-z12",
        "--build",
        str(tree),
        str(written),
    ]
    clean.run(command, SOURCE_DATE_EPOCH=str(epoch))
    shutil.rmtree(tree)
    return written


def _control(flavour: frozen.Flavour, machine: str, installed: Path) -> str:
    needed = libraries.packages(libraries.needs(installed), frozen.SYSTEM_LIBRARIES)
    return _CONTROL.format(
        package=flavour.package,
        version=frozen.version(),
        machine=machine,
        maintainer=_MAINTAINER,
        kibibytes=round(clean.megabytes(installed) * 1e6 / 1024),
        depends=", ".join([*needed, *_MORE]),
        others=", ".join(
            other.package for other in frozen.FLAVOURS.values() if other.id != flavour.id
        ),
        summary=flavour.summary,
    )


def _shared(share: Path, icons: Path) -> dict[Path, Path]:
    """Return where what a desktop reads goes: menu entry, type of files, description, icons."""
    metainfo = f"{frozen.IDENTIFIER}.metainfo.xml"
    places = {
        _LINUX / "annotator.desktop": share / "applications" / "annotator.desktop",
        _LINUX / "annotator-mime.xml": share / "mime" / "packages" / "annotator.xml",
        _LINUX / "annotator.metainfo.xml": share / "metainfo" / metainfo,
    }
    hicolor = share / "icons" / "hicolor"
    for icon in icons.glob("annotator-*.png"):
        size = icon.stem.partition("-")[2]
        places[icon] = hicolor / f"{size}x{size}" / "apps" / "annotator.png"
    places[icons / "annotator.svg"] = hicolor / "scalable" / "apps" / "annotator.svg"
    return places


def _papers(folder: Path, epoch: int) -> None:
    folder.mkdir(parents=True)
    licence = (clean.ROOT / "LICENSE").read_text(encoding="utf-8")
    note = f"\nWhat is bundled has licences of its own: /usr/lib/{frozen.NAME}/LICENCES\n"
    (folder / "copyright").write_text(licence + note, encoding="utf-8")
    changes = (clean.ROOT / "CHANGELOG.md").read_bytes()
    (folder / "CHANGELOG.md.gz").write_bytes(gzip.compress(changes, mtime=0))
    told = _CHANGES.format(
        package=folder.name,
        version=frozen.version(),
        maintainer=_MAINTAINER,
        date=formatdate(epoch),
    )
    (folder / "changelog.gz").write_bytes(gzip.compress(told.encode(), mtime=0))


def _sums(tree: Path) -> str:
    lines = []
    for path in sorted((tree / "usr").rglob("*")):
        if path.is_file() and not path.is_symlink():
            digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            lines.append(f"{digest}  {path.relative_to(tree)}\n")
    return "".join(lines)

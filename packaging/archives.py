"""The files that are shipped, made of the frozen program's folder: the same bytes each time."""

from __future__ import annotations

import gzip
import hashlib
import platform
import shutil
import stat
import sys
import tarfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import clean
import debian
import frozen

_PACKAGING = Path(__file__).resolve().parent
SUMS = "SHA256SUMS"


@dataclass(frozen=True)
class Made:
    """What archives are made of: the frozen folder, its icons, and the time of its files."""

    flavour: frozen.Flavour
    folder: Path
    icons: Path
    epoch: int

    @property
    def stem(self) -> str:
        """What the archives' names begin with."""
        return f"{self.flavour.package}-{frozen.version()}"


def archives(made: Made, out: Path) -> list[Path]:
    """Write all archives that this system has; return their paths."""
    out.mkdir(parents=True, exist_ok=True)
    written = (write(made, out) for write in _OF_SYSTEM[sys.platform])
    return [path for path in written if path is not None]


def tar_gz(made: Made, out: Path) -> Path:
    """Write the folder as a ``.tar.gz``; return its path."""
    path = out / f"{made.stem}-linux-{platform.machine()}.tar.gz"

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = made.epoch
        entry.mode = 0o755 if entry.isdir() or entry.mode & stat.S_IXUSR else 0o644
        return entry

    with (
        path.open("wb") as raw,
        gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=made.epoch) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for file in sorted([made.folder, *made.folder.rglob("*")]):
            name = Path(made.stem, file.relative_to(made.folder))
            archive.add(file, str(name), recursive=False, filter=plain)
    return path


def deb(made: Made, out: Path) -> Path | None:
    """Write a Debian package; return its path, or None where its tools are missing."""
    missing = [tool for tool in ("dpkg-deb", "objdump") if shutil.which(tool) is None]
    if missing:
        clean.say(f"No .deb: {', '.join(missing)} missing here")
        return None
    return debian.package(made.flavour, made.folder, made.icons, made.epoch, out)


def zipped(made: Made, out: Path) -> Path:
    """Write the folder as a ``.zip`` for Windows; return its path."""
    name = out / f"{made.stem}-windows-{platform.machine().lower()}"
    return Path(shutil.make_archive(str(name), "zip", made.folder.parent, made.folder.name))


def setup(made: Made, out: Path) -> Path | None:
    """Write the installer for Windows; return its path, or None without Inno Setup."""
    if shutil.which("iscc") is None:
        clean.say("No installer: Inno Setup's iscc is missing here")
        return None
    path = out / f"{made.stem}-setup.exe"
    values = {
        "Version": frozen.version(),
        "Folder": str(made.folder),
        "Icon": str(made.icons / "annotator.ico"),
        "Out": str(out),
        "File": path.stem,
    }
    script = _PACKAGING / "windows" / "annotator.iss"
    clean.run(["iscc", "/Q", *(f"/D{key}={value}" for key, value in values.items()), str(script)])
    return path


def dmg(made: Made, out: Path) -> Path:
    """Write the macOS application as a disk image; return its path."""
    path = out / f"{made.stem}-macos-{platform.machine()}.dmg"
    application = made.folder.with_name(f"{made.flavour.package}.app")
    options = ["-volname", frozen.NAME, "-format", "UDZO", "-ov"]
    clean.run(["hdiutil", "create", "-srcfolder", str(application), *options, str(path)])
    return path


_OF_SYSTEM: Mapping[str, tuple[Callable[[Made, Path], Path | None], ...]] = {
    "linux": (tar_gz, deb),
    "win32": (zipped, setup),
    "darwin": (dmg,),
}


def write_sums(out: Path) -> Path:
    """Write the SHA-256 of each file in a folder beside them, as ``sha256sum -c`` reads it."""
    files: Iterable[Path] = sorted(path for path in out.iterdir() if path.name != SUMS)
    lines = [f"{_sha256(path)}  {path.name}\n" for path in files if path.is_file()]
    sums = out / SUMS
    sums.write_text("".join(lines), encoding="utf-8", newline="\n")
    return sums


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

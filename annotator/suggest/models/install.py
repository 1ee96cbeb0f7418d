"""Install and remove packages: the old one stays until the new one is whole."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.progress import Progress
from annotator.suggest.models.catalogue import Catalogue, ModelPackage
from annotator.suggest.models.download import download
from annotator.suggest.models.unpack import unpack, unpacked_size

_SPARE = 64 << 20
"""Bytes that stay free on the disk after an installation."""

FreeSpace = Callable[[Path], int]


def free_space(folder: Path) -> int:
    """Return the free bytes on the disk of ``folder``, which need not exist yet."""
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free


def install(
    catalogue: Catalogue,
    name: str,
    data: Path,
    progress: Progress,
    *,
    free: FreeSpace = free_space,
) -> list[str]:
    """Install a package and what it depends on into the data folder; return what is new.

    A package whose version is there already is left alone.

    Raises:
        UserError: unknown name, no network, wrong checksum, unsafe archive, disk too small.
            What was installed before is still there.
    """
    versions = installed_versions(data)
    new: list[str] = []
    for package in catalogue.needed_for(name):
        if versions.get(package.name) == package.version and (data / package.folder).is_dir():
            continue
        _install_one(package, data, progress, free)
        versions[package.name] = package.version
        _write_versions(data, versions)
        new.append(package.name)
    return new


def installed_versions(data: Path) -> dict[str, str]:
    """Return the installed packages with their versions, as camel-tools notes them."""
    try:
        noted = json.loads(_versions(data).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(value) for key, value in noted.items()} if isinstance(noted, dict) else {}


def archive_path(package: ModelPackage, data: Path) -> Path:
    """Return where a package's archive is brought to; it stays there until it is unpacked."""
    return data / "downloads" / f"{package.name}-{package.version or 'latest'}.zip"


def remove(package: ModelPackage, data: Path) -> bool:
    """Remove a package's folder; return whether there was one."""
    versions = installed_versions(data)
    known = versions.pop(package.name, None) is not None
    folder = data / package.folder
    there = folder.is_dir()
    if there:
        shutil.rmtree(folder)
    if known:
        _write_versions(data, versions)
    return there


def _install_one(package: ModelPackage, data: Path, progress: Progress, free: FreeSpace) -> None:
    archive = archive_path(package, data)
    _need(free, data, package.size or 0, package.name)
    if not archive.exists():
        download(package.url, archive, sha256=package.sha256, size=package.size, progress=progress)
    folder = data / package.folder
    fresh, old = (folder.with_name(folder.name + end) for end in (".new", ".old"))
    _mend(folder, old)
    try:
        _need(free, data, unpacked_size(archive), package.name)
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        unpack(archive, fresh, progress)
    except UserError:
        archive.unlink(missing_ok=True)
        raise
    else:
        if folder.exists():
            folder.rename(old)
        fresh.rename(folder)
        archive.unlink()
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _mend(folder: Path, old: Path) -> None:
    """End an installation that was killed: put the old package back, or away if it was replaced."""
    if not folder.exists() and old.is_dir():
        old.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _need(free: FreeSpace, data: Path, size: int, name: str) -> None:
    there = free(data)
    if there < size + _SPARE:
        raise UserError(
            message(
                QT_TRANSLATE_NOOP(
                    "messages",
                    "“{name}” needs {needed} MB on the disk, and {there} MB are free",
                ),
                name=name,
                needed=(size + _SPARE) >> 20,
                there=there >> 20,
            ),
            where=str(data),
            todo=message(QT_TRANSLATE_NOOP("messages", "Make room and try again.")),
        )


def _versions(data: Path) -> Path:
    return data / "versions.json"


def _write_versions(data: Path, versions: dict[str, str]) -> None:
    fresh = data / "versions.json.new"
    fresh.write_text(json.dumps(versions, indent=4), encoding="utf-8")
    fresh.replace(_versions(data))

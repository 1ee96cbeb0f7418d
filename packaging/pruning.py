"""Leaves out of a frozen program the Qt plugins that are not asked for, and what only they need.

PyInstaller takes every plugin of a Qt module, and with each the libraries that it needs: QML, GTK,
and through these half of the building machine's desktop. What every system has of its own goes too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import PurePosixPath

Entry = tuple[str, str, str]
"""Where a file goes, where it comes from, and what kind it is (PyInstaller's TOC)."""

_PLUGINS = "plugins"
_TRANSLATIONS = "translations"
_OPENED = ("torch/lib/", "torch/bin/torch_shm_manager")
_LIBRARY, _LINK = "BINARY", "SYMLINK"


def pruned(
    binaries: Sequence[Entry],
    plugins: Mapping[str, Sequence[str]],
    of_system: Collection[str],
    imports: Callable[[str], Iterable[str]],
) -> list[Entry]:
    """Return the files that are left when other plugins go, and libraries that nothing needs then.

    Args:
        binaries: all libraries, extension modules, plugins and links to them.
        plugins: the beginnings of the names of those to keep, by kind, without ``lib``.
        of_system: the names of libraries that the system has.
        imports: the names of the libraries that a file needs.
    """
    absent = {name.lower() for name in of_system}
    libraries: dict[str, list[Entry]] = {}
    links: list[Entry] = []
    waiting: list[Entry] = []
    for entry in binaries:
        if _name(entry[0]) in absent or not _is_wanted(entry, plugins):
            continue
        if entry[2] == _LINK:
            links.append(entry)
        elif _is_root(entry):
            waiting.append(entry)
        else:
            libraries.setdefault(_name(entry[0]), []).append(entry)
    kept: set[Entry] = set()
    while waiting:
        entry = waiting.pop()
        kept.add(entry)
        for needed in imports(entry[1]):
            waiting += libraries.pop(_name(needed), [])
    names = {_name(entry[0]) for entry in kept}
    kept.update(link for link in links if _name(link[1]) in names)
    return [entry for entry in binaries if entry in kept]


def without_translations(datas: Sequence[Entry], languages: Iterable[str]) -> list[Entry]:
    """Return the files without Qt's catalogues of other languages and modules."""
    kept = {f"qtbase_{language}.qm" for language in languages}
    return [
        entry
        for entry in datas
        if not ("PySide6" in _parts(entry[0]) and _TRANSLATIONS in _parts(entry[0]))
        or _parts(entry[0])[-1] in kept
    ]


def _is_wanted(entry: Entry, plugins: Mapping[str, Sequence[str]]) -> bool:
    place = _plugin(entry)
    return place is None or place[1].startswith(tuple(plugins.get(place[0], ())))


def _plugin(entry: Entry) -> tuple[str, str] | None:
    """Return a plugin's kind, and its name without ``lib``; None for what is no plugin."""
    parts = _parts(entry[0])
    if "PySide6" not in parts or _PLUGINS not in parts[:-2]:
        return None
    return parts[-2], parts[-1].removeprefix("lib")


def _is_root(entry: Entry) -> bool:
    """Whether a file is there for its own sake: a module, a plugin, Python itself.

    So is what torch opens or starts by name, but not the programs that test it.
    """
    path = "/".join(_parts(entry[0]))
    return (
        entry[2] != _LIBRARY
        or path.startswith(_OPENED)
        or _plugin(entry) is not None
        or "python3" in _name(path)
    )


def _parts(path: str) -> tuple[str, ...]:
    return PurePosixPath(path.replace("\\", "/")).parts


def _name(path: str) -> str:
    return _parts(path)[-1].lower()  # Windows names libraries in any case

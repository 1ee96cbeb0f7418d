"""What the program is made of: its libraries and data, with versions and licences."""

from __future__ import annotations

import tomllib
from importlib import metadata
from typing import NamedTuple

from annotator.bundled import resource

_FILE = "licences.toml"
_PROGRAM = "annotator"


class Component(NamedTuple):
    """One library or data set. ``url`` is where it comes from; "" where that is not known."""

    name: str
    version: str
    licence: str
    url: str = ""


def components() -> list[Component]:
    """Return what is bundled, by name: from the list made for a release, else what is installed."""
    path = resource(_FILE)
    found = _listed(path.read_text(encoding="utf-8")) if path.is_file() else _installed()
    return sorted(found, key=lambda one: one.name.lower())


def _listed(text: str) -> list[Component]:
    """Return the entries of every list of tables in a TOML text."""
    lists = [value for value in tomllib.loads(text).values() if isinstance(value, list)]
    return [
        Component(*(str(entry.get(field, "")) for field in Component._fields))
        for entries in lists
        for entry in entries
        if isinstance(entry, dict) and entry.get("name")
    ]


def _installed() -> list[Component]:
    """Return the libraries that the program asks for and that are here."""
    try:
        required = metadata.requires(_PROGRAM) or []
    except metadata.PackageNotFoundError:
        return []
    names = {_name_of(line) for line in required if "extra ==" not in line}
    return [found for name in names if (found := _installed_as(name)) is not None]


def _installed_as(name: str) -> Component | None:
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    licence = _first(told, "License-Expression") or _first(told, "License")
    if not licence or len(licence) > _LONGEST:  # some put the whole text there
        classified = [
            line.rpartition(" :: ")[2]
            for line in told.get_all("Classifier", [])
            if line.startswith("License ::")
        ]
        licence = ", ".join(classified)
    return Component(told["Name"], told["Version"], licence, _first(told, "Home-page"))


def _first(told: metadata.PackageMetadata, name: str) -> str:
    return next(iter(told.get_all(name) or ()), "")


_LONGEST = 60


def _name_of(requirement: str) -> str:
    """Return the name at the start of a line such as ``numpy>=2; python_version > "3"``."""
    end = next((i for i, letter in enumerate(requirement) if letter in " <>=!~;[("), None)
    return requirement[:end]

"""camel-tools' catalogue of data packages, read without importing camel-tools.

``camel_tools.data`` goes to the network at import when no catalogue is on disk, and creates a
folder in the home directory. So its file format is read here; the packages land where
camel-tools looks for them. Source: camel_tools/data/catalogue.py, version 1.6.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message

CATALOGUE_URL = (
    "https://raw.githubusercontent.com/CAMeL-Lab/camel-tools-data/main/catalogue-1.6.json"
)
"""Where camel-tools 1.6 publishes its catalogue (``CATALOGUE_URL`` in its source)."""

_NER = "NamedEntityRecognition"


def data_folder() -> Path:
    """Return camel-tools' data folder: ``CAMELTOOLS_DATA``, else its default in the home folder.

    Nothing is created.
    """
    chosen = os.environ.get("CAMELTOOLS_DATA")
    if chosen:
        return Path(chosen).expanduser().absolute()
    if sys.platform == "win32":
        return Path.home() / "AppData/Roaming/camel_tools"
    return Path.home() / ".camel_tools"


@dataclass(frozen=True, slots=True)
class ModelPackage:
    """One package that can be downloaded. ``size`` is of the download, in bytes.

    ``folder`` is relative to the data folder; ``finds_entities`` says whether it is a model for
    the ``camel`` suggester.
    """

    name: str
    description: str
    licence: str
    version: str
    size: int | None
    url: str
    sha256: str
    folder: PurePosixPath
    dependencies: tuple[str, ...]
    finds_entities: bool


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The packages of a catalogue by name, private ones included (they are dependencies)."""

    version: str
    packages: Mapping[str, ModelPackage]
    public: tuple[str, ...]

    def package(self, name: str) -> ModelPackage:
        """Return the package ``name``.

        Raises:
            UserError: there is none of that name.
        """
        if name not in self.packages:
            raise UserError(
                message(
                    QT_TRANSLATE_NOOP("messages", "There is no model named “{name}”"), name=name
                ),
                todo=message(
                    QT_TRANSLATE_NOOP("messages", "“annotator models list” shows the names.")
                ),
            )
        return self.packages[name]

    def needed_for(self, name: str) -> list[ModelPackage]:
        """Return the package with all that it depends on, dependencies first."""
        ordered: dict[str, ModelPackage] = {}

        def visit(one: str, above: frozenset[str]) -> None:
            if one in ordered or one in above:
                return
            package = self.package(one)
            for dependency in package.dependencies:
                visit(dependency, above | {one})
            ordered[one] = package

        visit(name, frozenset())
        return [package for package in ordered.values() if package.url]


def parse_catalogue(raw: bytes, where: str) -> Catalogue:
    """Return the catalogue in ``raw`` (JSON); ``where`` it came from is for the error.

    Raises:
        UserError: it is not a catalogue.
    """
    try:
        data = json.loads(raw)
        ner_folders = {
            str(dataset["path"])
            for dataset in data["components"].get(_NER, {}).get("datasets", {}).values()
        }
        entries = dict(data["packages"])
        packages = {name: _package(name, entry, ner_folders) for name, entry in entries.items()}
        public = tuple(sorted(name for name, entry in entries.items() if not entry["private"]))
        return Catalogue(str(data["version"]), packages, public)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "This is not a list of models")),
            where=where,
            todo=message(
                QT_TRANSLATE_NOOP("messages", "Try again later, or name another address.")
            ),
        ) from error


def _package(name: str, entry: Mapping[str, Any], ner_folders: set[str]) -> ModelPackage:
    destination = entry.get("destination") or ""
    folder = PurePosixPath("data") / destination
    if PurePosixPath(destination).is_absolute() or ".." in folder.parts or "\\" in destination:
        # A catalogue is a stranger's file: it may not name a folder outside the data folder.
        raise ValueError(destination)
    return ModelPackage(
        name=name,
        description=str(entry.get("description") or ""),
        licence=str(entry.get("license") or ""),
        version=str(entry.get("version") or ""),
        size=int(entry["size"]) if entry.get("size") else None,
        url=str(entry.get("url") or ""),
        sha256=str(entry.get("sha256") or "").lower(),
        folder=folder,
        dependencies=tuple(sorted(str(each) for each in entry.get("dependencies") or ())),
        finds_entities=destination in ner_folders,
    )

"""Models of camel-tools on this machine: listed, fetched, added by hand, removed."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.progress import Progress
from annotator.suggest.camel import check_full
from annotator.suggest.camel.models import model_folders
from annotator.suggest.models.catalogue import (
    CATALOGUE_URL,
    Catalogue,
    ModelPackage,
    data_folder,
    parse_catalogue,
)

_FILE = "catalogue.json"
_NER_FOLDER = Path("data", "ner")


@dataclass(frozen=True, slots=True)
class ListedModel:
    """A package of the catalogue, and which version of it is installed (empty when none is).

    ``begun`` are the bytes of its download that earlier tries have brought.
    """

    package: ModelPackage
    installed: str
    begun: int = 0


def load_catalogue(*, url: str = CATALOGUE_URL, refresh: bool = False) -> Catalogue:
    """Return camel-tools' catalogue: the copy on disk, or, to ``refresh`` it, the one at ``url``.

    Only ``refresh`` touches the network. A catalogue that was fetched is kept where camel-tools
    looks for it.

    Raises:
        UserError: there is no copy on disk and no refresh was asked for; no network; no catalogue.
    """
    path = data_folder() / _FILE
    if refresh:
        from annotator.suggest.models.download import fetch  # noqa: PLC0415 - the network's library

        raw = fetch(url)
        catalogue = parse_catalogue(raw, url)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(path.name + ".new")
        fresh.write_bytes(raw)
        fresh.replace(path)
        return catalogue
    if not path.is_file():
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "The list of models is not on this machine yet")),
            where=str(path),
            todo=message(
                QT_TRANSLATE_NOOP("messages", "“annotator models list --refresh” fetches it.")
            ),
        )
    return parse_catalogue(path.read_bytes(), str(path))


def list_models(catalogue: Catalogue, *, every: bool = False) -> list[ListedModel]:
    """Return the public packages that find entities, or ``every`` public one, by name."""
    from annotator.suggest.models.download import bytes_here  # noqa: PLC0415 - as above
    from annotator.suggest.models.install import (  # noqa: PLC0415 - as above
        archive_path,
        installed_versions,
    )

    data = data_folder()
    versions = installed_versions(data)
    packages = (catalogue.packages[name] for name in catalogue.public)
    return [
        ListedModel(
            package, versions.get(package.name, ""), bytes_here(archive_path(package, data))
        )
        for package in packages
        if every or package.finds_entities
    ]


def install_model(catalogue: Catalogue, name: str, progress: Progress) -> list[str]:
    """Fetch and install a package; return what is new (see :mod:`~annotator.suggest.models`).

    Raises:
        UserError: it cannot be had, or this is the light program, in which it would not run.
    """
    check_full()  # before a download of half a gigabyte
    from annotator.suggest.models.install import install  # noqa: PLC0415 - as above

    return install(catalogue, name, data_folder(), progress)


def remove_model(catalogue: Catalogue, name: str) -> bool:
    """Remove an installed package; return whether there was one."""
    from annotator.suggest.models.install import remove  # noqa: PLC0415 - as above

    return remove(catalogue.package(name), data_folder())


def added_models(catalogue: Catalogue | None) -> list[Path]:
    """Return the folders of models that are in no catalogue: those added by hand."""
    known = set()
    if catalogue is not None:
        known = {data_folder() / package.folder for package in catalogue.packages.values()}
    return [folder for folder in model_folders() if folder not in known]


def remove_added(folder: Path) -> None:
    """Remove a model that was added by hand.

    Raises:
        UserError: it is none of :func:`added_models`, or its files cannot be removed.
    """
    if folder not in model_folders():
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "There is no model in this folder")),
            where=str(folder),
        )
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise UserError(
            message(
                QT_TRANSLATE_NOOP("messages", "The model cannot be removed: {reason}"),
                reason=error.strerror or str(error),
            ),
            where=str(folder),
        ) from error


def add_model(folder: Path, name: str | None = None) -> Path:
    """Copy a model folder in camel-tools' layout to where the ``camel`` engine finds it.

    Raises:
        UserError: it is no such folder, or the name is taken.
    """
    if not (folder / "config.json").is_file() or not (folder / "vocab.txt").is_file():
        raise UserError(
            message(
                QT_TRANSLATE_NOOP("messages", "This is not the folder of a NERecognizer model")
            ),
            where=str(folder),
            todo=message(
                QT_TRANSLATE_NOOP(
                    "messages", "It needs config.json, vocab.txt and model.safetensors."
                )
            ),
        )
    target = data_folder() / _NER_FOLDER / (name or folder.resolve().name)
    if target.exists():
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "A model of this name is there already")),
            where=str(target),
            todo=message(QT_TRANSLATE_NOOP("messages", "Choose another name with --name.")),
        )
    fresh = target.with_name(target.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        shutil.copytree(folder, fresh)
        fresh.rename(target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return target

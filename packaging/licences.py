"""Put the licences of everything that a frozen program is made of beside it.

    python packaging/licences.py SOURCES FOLDER

SOURCES is the list of files that the spec has left; FOLDER is the frozen program, which gets a
folder LICENCES. It runs in the environment that the program was frozen from: there each file
belongs to a package, whose own licence files are copied; to Python; or to the system, where Debian
tells the licence. A file that belongs to nobody stops the build.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import (
    Distribution,
    PackageMetadata,
    distribution,
    distributions,
)
from pathlib import Path

_OWN = Path(__file__).resolve().parent / "licences"
_QT = frozenset({"pyside6-essentials", "shiboken6"})
_QT_TEXTS = ("QT.md", "LGPL-3.0.txt", "GPL-3.0.txt")
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors|copyright)", re.IGNORECASE)
_IN_TEXT = "see the text"
_PYTHON = sysconfig.get_python_version()
_NOT_TEXT = (".py", ".pyc", ".so", ".pyi", ".h", ".json")


@dataclass
class Component:
    """What is bundled from one origin: its licence in a word, and the texts."""

    name: str
    version: str
    licence: str
    texts: list[Path] = field(default_factory=list)


def main(sources: Path, folder: Path) -> int:
    """Write FOLDER/LICENCES; return the exit code.

    Raises:
        SystemExit: a file belongs to nobody, or a package says nothing about its licence.
    """
    files = [Path(line) for line in json.loads(sources.read_text(encoding="utf-8"))]
    found = components(files)
    target = folder / "LICENCES"
    shutil.rmtree(target, ignore_errors=True)
    for component in found:
        place = target / component.name
        place.mkdir(parents=True)
        for name, text in _named(component.texts):
            shutil.copyfile(text, place / name)
    (target / "README.md").write_text(readme(found), encoding="utf-8")
    print(f"{target}: licences of {len(found)} components")
    return 0


def components(files: Iterable[Path]) -> list[Component]:
    """Return what the files belong to, sorted by name.

    Raises:
        SystemExit: a file belongs to nobody, or a package says nothing about its licence.
    """
    owners = dict(_owners())
    starter = of_package(distribution("pyinstaller"))  # the program itself, which loads the rest
    found = {starter.name: starter}
    strange: list[str] = []
    for path in files:
        owner = owners.get(path) or owners.get(path.resolve())
        if owner is not None:
            component = of_package(owner)
        elif _is_python(path):
            component = python()
        elif (name := _debian_package(path)) is not None:
            component = of_debian(name)
        else:
            strange.append(str(path))
            continue
        found.setdefault(component.name, component)
    silent = [each.name for each in found.values() if not each.texts]
    if strange or silent:
        raise SystemExit(
            f"whose these files are is not known: {strange}\nwithout a licence file: {silent}"
        )
    return sorted(found.values(), key=lambda each: each.name)


def _owners() -> Iterator[tuple[Path, Distribution]]:
    for owner in distributions():
        for file in owner.files or ():
            yield Path(str(owner.locate_file(file))).resolve(), owner


@cache  # torch alone has thousands of files, and a list of them that is read each time
def of_package(owner: Distribution) -> Component:
    """Return a package of this environment, with the licence files that its wheel brings."""
    about = owner.metadata
    name = re.sub(r"[-_.]+", "-", about["Name"]).lower()
    texts = [
        Path(str(owner.locate_file(file)))
        for file in owner.files or ()
        if _LICENCE_FILE.search(file.name) and file.suffix not in _NOT_TEXT
    ]
    if name in _QT:
        texts += [_OWN / text for text in _QT_TEXTS]
    if name == "annotator":
        texts += _own_data(owner)
    extra = _OWN / f"{name}.txt"
    if extra.exists():
        texts.append(extra)
    return Component(name, owner.version, _spoken(about), texts)


def _own_data(annotator: Distribution) -> list[Path]:
    """Return what tells where the lexicons and the model come from, and under which licence."""
    files = annotator.files or ()
    names = {"SOURCES.md", "README.md"}
    return [Path(str(annotator.locate_file(file))) for file in files if file.name in names]


def _spoken(about: PackageMetadata) -> str:
    """Return a package's licence in a word."""
    licence = about["License-Expression"] or about["License"] or ""
    if licence and "\n" not in licence:
        return licence
    kinds = about.get_all("Classifier") or []
    named = [kind.rpartition(" :: ")[2] for kind in kinds if kind.startswith("License ::")]
    return ", ".join(named) or _IN_TEXT


def python() -> Component:
    """Return Python itself, with its standard library."""
    home = Path(sysconfig.get_path("stdlib"))
    places = (home / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt", home / "LICENSE")
    texts = [path for path in places if path.is_file()][:1] or _debian_texts(f"python{_PYTHON}")
    return Component("python", sysconfig.get_python_version(), "PSF-2.0", texts)


def _is_python(path: Path) -> bool:
    if path.name == "base_library.zip":  # PyInstaller's, of the modules that start Python
        return True
    home = Path(sys.base_prefix).resolve()
    return home != Path("/usr") and path.resolve().is_relative_to(home)


def _debian_package(path: Path) -> str | None:
    """Return the Debian package that a file of the system belongs to, None when none does."""
    if shutil.which("dpkg") is None:
        return None
    # /lib is a link to /usr/lib, and packages name the one or the other.
    for place in dict.fromkeys((str(path), str(path.resolve()), f"/usr{path}")):
        for name in (place, place.removeprefix("/usr")):
            command = ["dpkg", "--search", name]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode == 0:
                return done.stdout.partition(":")[0]
    return None


def of_debian(package: str) -> Component:
    """Return a package of the system, with the copyright file that Debian keeps of it."""
    command = ["dpkg-query", "--show", "--showformat=${Version}", package]
    version = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return Component(package, version, _IN_TEXT, _debian_texts(package))


def _debian_texts(package: str) -> list[Path]:
    path = Path("/usr/share/doc", package, "copyright")
    return [path] if path.is_file() else []


def _named(texts: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Yield the texts, each under a name of its own."""
    taken: set[str] = set()
    for text in texts:
        name = text.name
        while name in taken:
            name = f"{text.parent.name}-{name}" if name == text.name else f"_{name}"
        taken.add(name)
        yield name, text


def readme(found: Iterable[Component]) -> str:
    """Return the page that lists what is bundled."""
    rows = [f"| {each.name} | {each.version} | {each.licence} |" for each in found]
    return _README + "\n".join(rows) + "\n"


_README = """\
# Licences

annotator is under the MIT licence. It comes with the work of others, which has licences of its
own: the texts are in the folder of each. Qt, PySide6 and Shiboken are under the LGPL; how they
can be replaced is told in `pyside6-essentials/QT.md`. No fonts are bundled. Where the word lists
and the built-in model come from is told in `annotator/`.

| component | version | licence |
|---|---|---|
"""


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), Path(sys.argv[2])))

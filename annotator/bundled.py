"""Files that travel with the program: resources and sample articles.

In a source tree they lie beside the package, in a wheel or a frozen app inside it.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_bundled"
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """Return the path of a bundled resource, such as ``resource("lexicons", "cues.toml")``."""
    return _ROOT.joinpath("resources", *parts)


def seeds() -> Path:
    """Return the folder of the sample articles."""
    return _ROOT / "seeds"

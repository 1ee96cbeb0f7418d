"""TypeSystem.xml: INCEpTION makes the layers of a project from it (Settings, Layers, Import)."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path, PurePath

from annotator.formats.uima import TYPES

TYPES_FILE = "TypeSystem.xml"
_SUFFIXES = frozenset({".xmi", ".json", ".tsv"})


def write_types(out: Path) -> None:
    """Write the description of the types into a folder."""
    (out / TYPES_FILE).write_text(_type_system(), encoding="utf-8", newline="\n")


def describes_types(name: str, beside: Collection[str]) -> bool:
    """Whether a file describes the types of those beside it; all that is read is known without."""
    if name.lower() != TYPES_FILE.lower():
        return False  # at once: it is asked of every file of a folder with all the others
    return any(PurePath(other).suffix.lower() in _SUFFIXES for other in beside)


def _type_system() -> str:
    described = []
    for name, (above, features) in TYPES.items():
        listed = "".join(
            f"<featureDescription><name>{key}</name><description/>"
            f"<rangeTypeName>{range_}</rangeTypeName></featureDescription>"
            for key, range_ in features.items()
        )
        described.append(
            f"<typeDescription><name>{name}</name><description/>"
            f"<supertypeName>{above}</supertypeName>"
            f"<features>{listed}</features></typeDescription>"
        )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
        "<types>",
        *described,
        "</types>",
        "</typeSystemDescription>\n",
    ]
    return "\n".join(lines)

"""Labels as data: a label set belongs to a project and travels with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Label:
    """One label: its id in files (``PER``), how it is shown, and its key.

    ``names`` maps a language code (``ar``, ``en``) to the shown name; ``colour`` is ``#rrggbb``
    (the theme derives the readable tints from it).
    """

    id: str
    names: Mapping[str, str] = field(default_factory=dict)
    colour: str = "#607d8b"
    key: str = ""
    description: Mapping[str, str] = field(default_factory=dict)
    example: str = ""

    def name(self, language: str) -> str:
        """Return the shown name in ``language``; falls back to any name, then to the id."""
        return self.names.get(language) or next(iter(self.names.values()), self.id)


@dataclass(frozen=True, slots=True)
class LabelSet:
    """An ordered set of labels with unique ids.

    ``aliases`` maps what files and suggestions call a label to its id; ``names`` maps a language
    code to what the set is called.
    """

    id: str
    labels: tuple[Label, ...]
    aliases: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Label]:
        return iter(self.labels)

    def __contains__(self, label_id: object) -> bool:
        return any(label.id == label_id for label in self.labels)

    def name(self, language: str) -> str:
        """Return what the set is called in ``language``; falls back to any name, then the id."""
        return self.names.get(language) or next(iter(self.names.values()), self.id)

    def get(self, label_id: str) -> Label | None:
        """Return the label with that id, or None."""
        return next((label for label in self.labels if label.id == label_id), None)

    def resolve(self, name: str) -> str:
        """Return the label id that ``name`` stands for: itself, or what an alias says."""
        return name if name in self else self.aliases.get(name, name)

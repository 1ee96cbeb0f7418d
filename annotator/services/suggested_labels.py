"""What a project's label set makes of the labels that suggestions bring.

The rule: a suggestion has a label of the project's set, or the one that its label is an alias of;
one whose label the set does not know is left out. Nobody could accept it as anything that the
project wants, and to show it would ask for a decision that means nothing.

Engines know the labels of the default set and, in a project that has taught them, its own. They
work together under the first ones: what the project calls PERSON is PER among them, so that the
rules about which engine has the last word, and the search for speakers, hold in any project.
"""

from __future__ import annotations

from dataclasses import replace

from annotator.core.labels import LabelSet
from annotator.suggest.base import Found

ENGINE_LABELS = ("PER", "LOC", "ORG", "MISC")
"""The labels that the shipped engines give."""


class SuggestedLabels:
    """The way of labels between engines and a project; without a label set all stay."""

    def __init__(self, label_set: LabelSet | None) -> None:
        self._label_set = label_set
        self._own: dict[str, str] = {}
        for name in reversed(ENGINE_LABELS):
            if label_set and name not in label_set and label_set.resolve(name) in label_set:
                self._own[label_set.resolve(name)] = name

    def in_project(self, label: str) -> str:
        """Return what the project calls a label."""
        return self._label_set.resolve(label) if self._label_set else label

    def among_engines(self, found: Found) -> Found:
        """Return ``found`` under the labels that the engines share."""
        entities = tuple(
            replace(entity, label=self._own[entity.label]) if entity.label in self._own else entity
            for entity in found.entities
        )
        return replace(found, entities=entities)

    def for_project(self, found: Found) -> Found:
        """Return ``found`` under the project's labels, less what it has none for."""
        known = self._label_set
        if known is None:
            return found
        named = (replace(one, label=known.resolve(one.label)) for one in found.entities)
        return replace(found, entities=tuple(one for one in named if one.label in known))

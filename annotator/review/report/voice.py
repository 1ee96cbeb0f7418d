"""The language of a report, and how it calls annotators and labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from html import escape

from annotator.core.labels import Label, LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.review.words import letter

_RIGHT_TO_LEFT = frozenset({"ar"})


@dataclass(frozen=True)
class Voice:
    """How a report speaks. All that its methods return is HTML, escaped.

    ``told`` gives a message in ``language``. ``anonymous`` calls people by their letters alone.
    """

    told: Callable[[Message], str]
    language: str
    labels: LabelSet
    annotators: tuple[str, ...]
    anonymous: bool = False

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``, of the report's own words; articles are right to left in all."""
        return "rtl" if self.language in _RIGHT_TO_LEFT else "ltr"

    def say(self, what: Message) -> str:
        """Return a message."""
        return escape(self.told(what))

    def letter(self, annotator: str) -> str:
        """Return the letter that stands for an annotator: the first of the review is A."""
        return letter(self.annotators.index(annotator), self.language)

    def name(self, annotator: str) -> str:
        """Return what an annotator is called, isolated from the direction around it."""
        if self.anonymous:
            what = QT_TRANSLATE_NOOP("messages", "Annotator {letter}")
            return self.say(message(what, letter=self.letter(annotator)))
        return f"<bdi>{escape(annotator)}</bdi>"

    def nameless(self, what: Message) -> Message:
        """Return a message with letters in the place of names, where the report is anonymous."""
        if not self.anonymous:
            return what
        args = {
            name: self.letter(value) if value in self.annotators else value
            for name, value in what.args.items()
        }
        return replace(what, args=args)

    def names(self, annotators: Iterable[str]) -> str:
        """Return names one after the other."""
        return (" ، " if self.language == "ar" else ", ").join(map(self.name, annotators))

    def pair(self, a: str, b: str) -> str:
        """Return the letters of two annotators."""
        return f"<bdi>{self.letter(a)}</bdi> – <bdi>{self.letter(b)}</bdi>"

    def label(self, label: str) -> str:
        """Return the shown name of a label; of one that the set has not, its id."""
        found = self.labels.get(label)
        return f"<bdi>{escape(found.name(self.language) if found else label)}</bdi>"

    def colour(self, label: str) -> str:
        """Return a label's colour, for a style."""
        return escape((self.labels.get(label) or Label(label)).colour)

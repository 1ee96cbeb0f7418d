"""The suggesters that ask a camel-tools model: absent without noise when none is on disk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.arabic.clitics import default_cutter
from annotator.arabic.folding import without_marks
from annotator.arabic.sentences import sentences
from annotator.arabic.tokens import Token, tokenize
from annotator.core.article import Article
from annotator.core.entities import Entity, Reason, Status
from annotator.core.errors import UserError
from annotator.core.installed import is_light
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.progress import Progress
from annotator.core.spans import Span
from annotator.core.tags import tags_to_spans
from annotator.suggest.base import READY, Availability, Found
from annotator.suggest.camel.models import is_model, load, model_folders
from annotator.suggest.camel.tagging import WordTag, tag_words

_LABELS = {"PERS": "PER"}
"""Labels of camel-tools that have another name here."""

_LIGHT = QT_TRANSLATE_NOOP(
    "messages",
    "The light program cannot run camel-tools' models; the full one can (annotator-full).",
)
_FULL = QT_TRANSLATE_NOOP("messages", "Install the full program: annotator-full.")


class CamelSuggester:
    """Suggests what a NERecognizer model on disk finds, label for label.

    Args:
        model: the model's folder; None takes the first of
            :func:`~annotator.suggest.camel.models.model_folders`.
    """

    id = "camel"
    quantised = False

    def __init__(self, model: Path | None = None) -> None:
        self._model = model

    @property
    def name(self) -> Message:
        """What people call it."""
        return message(QT_TRANSLATE_NOOP("messages", "camel-tools model"))

    def availability(self) -> Availability:
        """Ready when a model folder is on disk; nothing is imported to tell."""
        if is_light():
            return Availability(ready=False, reason=message(_LIGHT))
        if self._folder() is not None:
            return READY
        reason = message(QT_TRANSLATE_NOOP("messages", "No camel-tools model is installed."))
        return Availability(ready=False, reason=reason)

    def suggest(self, article: Article, found: Found, progress: Progress) -> Found:
        """Return the entities that the model finds in ``article``.

        Raises:
            UserError: there is no model, or it cannot be loaded.
        """
        check_full()
        folder = self._folder()
        if folder is None:
            raise UserError(
                message(QT_TRANSLATE_NOOP("messages", "No camel-tools model is installed.")),
                todo=message(QT_TRANSLATE_NOOP("messages", "Download one with: annotator models")),
            )
        tokens = sentence_tokens(article.text)
        progress.check()
        recognizer = load(folder, quantised=self.quantised)
        tags = tag_words(recognizer, model_words(tokens), progress)
        entities: list[Entity] = []
        for sentence, labels in zip(tokens, tags, strict=True):
            entities += _entities(sentence, labels, self.id, len(entities))
        return Found(tuple(entities))

    def _folder(self) -> Path | None:
        if self._model is not None:
            return self._model if is_model(self._model) else None
        return next(iter(model_folders()), None)


class QuantisedCamelSuggester(CamelSuggester):
    """The same with 8-bit weights: several times faster, for slow machines; some labels differ."""

    id = "camel-int8"
    quantised = True

    @property
    def name(self) -> Message:
        """What people call it."""
        return message(QT_TRANSLATE_NOOP("messages", "camel-tools model, quantised"))


def check_full() -> None:
    """Go on where torch can be.

    Raises:
        UserError: this is the light program, in which no model of camel-tools runs.
    """
    if is_light():
        raise UserError(message(_LIGHT), todo=message(_FULL))


def sentence_tokens(text: str) -> list[list[Token]]:
    """Return the tokens of each sentence of a text."""
    return [tokenize(text, span.start, span.end) for span in sentences(text)]


def model_words(tokens: Sequence[Sequence[Token]]) -> list[list[str]]:
    """Return the words as the model knows them: without the diacritics that it has never seen."""
    return [[without_marks(token.text) for token in sentence] for sentence in tokens]


def _entities(
    sentence: Sequence[Token], tags: Sequence[WordTag | None], origin: str, before: int
) -> Iterator[Entity]:
    # A direction mark between two words of a name is no word: it does not end the name.
    tagged = [(token, tag) for token, tag in zip(sentence, tags, strict=True) if tag is not None]
    for number, span in enumerate(tags_to_spans([tag.label for _, tag in tagged]), before + 1):
        words = tagged[span.first : span.last]
        first, last = words[0][0], words[-1][0]
        cut = default_cutter().cut(first.text, name=True)
        score = round(sum(tag.score for _, tag in words) / len(words), 4)
        yield Entity(
            id=f"e{number}",
            span=Span(first.start + cut, last.end),
            label=_LABELS.get(span.label, span.label),
            status=Status.SUGGESTED,
            origin=origin,
            score=score,
            reasons=(Reason(origin, score, "model"),),
        )

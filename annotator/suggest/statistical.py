"""The model that travels with the program, or one that has learned from it, as an engine."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from annotator.bundled import resource
from annotator.core.article import Article
from annotator.core.entities import Entity, Reason, Status
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.progress import Progress
from annotator.suggest.base import READY, Availability, Found
from annotator.suggest.person_edges import mended

if TYPE_CHECKING:
    from annotator.suggest.embedded.model import EmbeddedModel

_CONFIG = "config.json"
_FOLDER = resource("models", "news")
_SURROGATE = re.compile("[\ud800-\udfff]")


class EmbeddedSuggester:
    """Suggests the names that a small trained model reads out of their sentences.

    ``model`` is one that has learned from corrections; by default it is the shipped one.
    """

    id = "embedded"

    def __init__(self, model: EmbeddedModel | None = None) -> None:
        self._model = model

    @property
    def name(self) -> Message:
        """What people call it."""
        return message(QT_TRANSLATE_NOOP("messages", "Built-in model"))

    def availability(self) -> Availability:
        """Ready, unless the program was installed without its model."""
        if self._model is not None or (_FOLDER / _CONFIG).is_file():
            return READY
        return Availability(
            ready=False,
            reason=message(QT_TRANSLATE_NOOP("messages", "The built-in model is not installed.")),
        )

    def suggest(self, article: Article, found: Found, progress: Progress) -> Found:
        """Return the names in ``article``; their scores are calibrated probabilities."""
        from annotator.suggest.embedded.decode import suggest  # noqa: PLC0415 - numpy, when needed

        progress.check()
        # The model hashes the UTF-8 of words, which lone surrogates do not have.
        text = _SURROGATE.sub("\ufffd", article.text)
        names = suggest(self._model or shipped_model(), text, lambda: progress.cancelled)
        progress.check()
        entities = (
            Entity(
                id=f"e{number}",
                span=name.span,
                label=name.label,
                status=Status.SUGGESTED,
                origin=self.id,
                score=name.score,
                reasons=(Reason(self.id, name.score, "model"),),
            )
            for number, name in enumerate(names, 1)
        )
        return Found(tuple(mended(article.text, tuple(entities))))


@lru_cache(maxsize=1)
def shipped_model() -> EmbeddedModel:
    """Return the model that travels with the program; read once."""
    from annotator.suggest.embedded.model import load_model  # noqa: PLC0415 - as above

    return load_model(_FOLDER)


def model_in(folder: Path) -> EmbeddedModel:
    """Return the model that ``annotator train`` wrote to ``folder``.

    Raises:
        UserError: there is none that this version can read.
    """
    from annotator.suggest.embedded.model import load_model  # noqa: PLC0415 - as above

    try:
        return load_model(folder)
    except (OSError, ValueError, KeyError, TypeError, BadZipFile) as error:
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "This folder holds no model that can be read.")),
            where=str(folder),
            todo=message(QT_TRANSLATE_NOOP("messages", "Give a folder that annotator train made.")),
        ) from error

"""What formats share that lean on packages of others, which need not be installed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Entity
from annotator.core.errors import UserError
from annotator.core.installed import install_advice
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem
from annotator.core.quotes import Quote
from annotator.formats.base import Prepared


@contextmanager
def needed(package: str, extra: str, where: str = "") -> Iterator[None]:
    """Import a package inside the block; where it is not installed, say how to install it.

    Raises:
        UserError: it is not installed.
    """
    try:
        yield
    except ImportError as error:
        raise UserError(
            message(
                QT_TRANSLATE_NOOP("messages", "This format needs {package}, which is not there."),
                package=package,
            ),
            where=where,
            todo=install_advice(f'pip install "annotator[{extra}]"'),
        ) from error


def no_unicode(article: AnnotatedArticle, *, whole: bool = False) -> Prepared | None:
    """Return what becomes of an article with halves of characters, which UTF-8 cannot hold.

    None says that there are none in its text and labels, and with ``whole`` in its id, title and
    notes.
    """
    written = [article.text, *(entity.label for entity in article.entities)]
    if whole:
        records: list[Entity | Quote] = [*article.entities, *article.quotes]
        written += [article.article.id, article.article.title, *(each.note for each in records)]
    try:
        "".join(written).encode()
    except UnicodeEncodeError:
        what = QT_TRANSLATE_NOOP(
            "messages", "The text holds half a character (a lone surrogate); left out."
        )
        return Prepared(
            None, (Problem("surrogate", message(what), article=article.article.id),), None
        )
    return None

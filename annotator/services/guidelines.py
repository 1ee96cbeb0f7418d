"""The guidelines of a project: the shipped ones until it has its own."""

from __future__ import annotations

from pathlib import Path

from annotator.bundled import resource
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.services.atomic import replacing
from annotator.services.project import Project

GUIDELINES = "guidelines"
"""The name under which a project keeps its guidelines, a Markdown text."""

MOST_BYTES = 1 << 20
"""A longer file is no guideline that anyone reads beside an article."""

_FALLBACK = "en"


def default_guidelines(language: str) -> str:
    """Return the shipped guidelines in ``language``, or in English."""
    path = resource("guidelines", f"{language}.md")
    if not path.exists():
        path = resource("guidelines", f"{_FALLBACK}.md")
    return path.read_text(encoding="utf-8")


def guidelines(project: Project, language: str) -> str:
    """Return the project's guidelines; those that are shipped where it has none of its own."""
    kept = project.state(GUIDELINES)
    return kept if isinstance(kept, str) else default_guidelines(language)


def keep_guidelines(project: Project, text: str, language: str) -> None:
    """Keep guidelines in the project; the shipped text is not kept, so that it follows updates.

    Raises:
        UserError: nothing can be saved.
    """
    own = None if text == default_guidelines(language) else text
    if own != project.state(GUIDELINES):
        project.file.set_state(GUIDELINES, own)


def read_guidelines(path: Path) -> str:
    """Return the text of a Markdown file in UTF-8.

    Raises:
        UserError: it cannot be read, is too long, or is no UTF-8.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
        if len(data) <= MOST_BYTES:
            return data.decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise _unread(path) from error
    raise _unread(path)


def write_guidelines(path: Path, text: str) -> None:
    """Write guidelines as a Markdown file; one that is there is replaced.

    Raises:
        UserError: nothing can be written there.
    """
    with replacing(path, force=True) as made:
        made.write_text(text, encoding="utf-8", newline="\n")


def _unread(path: Path) -> UserError:
    return UserError(
        message(QT_TRANSLATE_NOOP("messages", "The file cannot be read as guidelines.")),
        where=str(path),
        todo=message(
            QT_TRANSLATE_NOOP(
                "messages", "Choose a Markdown file in UTF-8 of at most one megabyte."
            )
        ),
    )

"""What is in a project, at a glance: for lists of projects that are not open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from annotator.core.article import ArticleStatus
from annotator.core.errors import UserError
from annotator.core.messages import Message
from annotator.services.project import default_annotator
from annotator.services.reviews import is_review
from annotator.storage import ProjectFile


@dataclass(frozen=True, slots=True)
class Glance:
    """How many articles a project has, and how many its annotator is done with.

    ``gone`` where there is no such file any more, ``fault`` where it cannot be read; the numbers
    are 0 then.
    """

    articles: int = 0
    done: int = 0
    review: bool = False
    gone: bool = False
    fault: Message | None = None


def glance(path: Path, annotator: str | None = None) -> Glance:
    """Look into a project and close it again; nothing is written, nobody is shut out.

    For a thread of its own: a file of a network that does not answer takes its time.
    """
    if not path.is_file():
        return Glance(gone=True)
    try:
        with ProjectFile.open(path, read_only=True) as file:
            counts = file.status_counts(annotator or default_annotator())
            return Glance(
                articles=sum(counts.values()),
                done=counts[ArticleStatus.DONE] + counts[ArticleStatus.REVIEWED],
                review=is_review(file),
            )
    except UserError as error:
        return Glance(fault=error.what)

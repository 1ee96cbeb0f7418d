"""An article: the text exactly as it came, and what is known of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class ArticleStatus(StrEnum):
    """How far one annotator is with an article."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    REVIEWED = "reviewed"


def text_sha256(text: str) -> str:
    """Return the identity of a text: SHA-256 of its UTF-8 bytes, in hexadecimal.

    Lone surrogates, which UTF-8 cannot carry, are hashed as they stand.
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Article:
    """A news article. ``text`` is never normalised, trimmed or re-joined."""

    id: str
    text: str
    title: str = ""
    meta: Mapping[str, Any] = field(default_factory=dict)
    sha256: str = ""

    def __post_init__(self) -> None:
        if not self.sha256:
            object.__setattr__(self, "sha256", text_sha256(self.text))

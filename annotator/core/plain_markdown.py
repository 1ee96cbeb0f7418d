"""Texts of strangers in Markdown: they stay text."""

from __future__ import annotations

import re

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~!&$@])")
_LINKS = re.compile(r"(?<=[a-z]):(?=//)|(?<=www)\.", re.IGNORECASE)
_ITEM = re.compile(r"^(\d*)([-+=.)])")


def plain_markdown(text: str) -> str:
    """Return a text on one line of which Markdown makes nothing else: also no cell, no link."""
    escaped = _LINKS.sub(r"\\\g<0>", _MARKS.sub(r"\\\1", " ".join(text.split())))
    return _ITEM.sub(r"\1\\\2", escaped)


def markdown_code(text: str) -> str:
    """Return a text as code in a cell, or where it holds signs that end one, as plain text."""
    one = " ".join(text.split())
    return plain_markdown(one) if not one or set(one) & set("`|\\") else f"`{one}`"

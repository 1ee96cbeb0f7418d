r"""What stands in the lines of a CoNLL-U Plus file: its columns, its comments, its escapes.

A comment line holds no line break, so a backslash and whatever ends a line somewhere are
escaped: ``\n``, ``\r``, ``\t``, ``\\``, ``\u2028``. In white space that is written out and in
cells, ``\s`` stands for a space and ``\p`` for ``|`` too (as UDPipe writes them).
"""

from __future__ import annotations

import json
import re
from typing import Any

from annotator.formats.decoding import whole_characters

COLUMNS = ("ID", "FORM", "START:END", "GLUE", "NER", "QUOTE", "CUE", "SRC", "QUOTE2")
GLUED = "+"
NOTHING = "O"
STACK = "|"
"""Between the values of a cell that belongs to several quotes."""

GLOBAL_COLUMNS = "global.columns"
ARTICLE_ID = "newdoc id"
ARTICLE = "article"
ENTITY = "entity"
QUOTE = "quote"
TEXT = "text"
SPACES_BEFORE = "spaces_before"
SPACES_AFTER = "spaces_after"
"""White space after a sentence. Without it: one space, and nothing after the last sentence."""

_NAMED = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_BREAKS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_IN_COMMENT = _NAMED | {char: f"\\u{ord(char):04x}" for char in _BREAKS}
_ESCAPED = re.compile(f"[{re.escape(''.join(_IN_COMMENT))}]")
_IN_JSON = str.maketrans({char: f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"})
_IN_CELL = {" ": "\\s", STACK: "\\p"}
_MEANT = {"\\": "\\", "n": "\n", "r": "\r", "t": "\t", "s": " ", "p": STACK}
_SPACE_OR_STACK = re.compile(r"[\s|\\]")
_ESCAPE = re.compile(r"\\(u[0-9a-f]{4}|.)")
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode


def comment(key: str, value: str) -> str:
    """Return a comment line with its end; ``value`` is escaped already."""
    return f"# {key} = {value}\n"


def record(key: str, value: dict[str, Any]) -> str:
    """Return a comment line that holds a JSON object."""
    return comment(key, _encode(value).translate(_IN_JSON))


def escaped(text: str) -> str:
    """Return ``text`` as it stands in a comment."""
    # Hundreds of characters, and nearly never one of these: faster than a translation of each.
    return _ESCAPED.sub(lambda found: _IN_COMMENT[found[0]], text)


def escaped_whole(text: str) -> str:
    """Return ``text`` with its white space escaped, as it stands in a cell."""
    return _SPACE_OR_STACK.sub(_escape, text)


def unescaped(text: str) -> str:
    """Return the text that :func:`escaped` or :func:`escaped_whole` was given."""
    return whole_characters(_ESCAPE.sub(_unescape, text)) if "\\" in text else text


def in_utf8(text: str) -> bytes:
    r"""Return UTF-8, half a surrogate pair as its escape (``\ud83d``)."""
    return text.encode("utf-8", "backslashreplace")


def form_of(text: str) -> str:
    """Return the FORM of a token: its text, but for what UTF-8 cannot carry."""
    return text if text.isascii() else in_utf8(text).decode()


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return _IN_CELL.get(char) or _NAMED.get(char) or f"\\u{ord(char):04x}"


def _unescape(match: re.Match[str]) -> str:
    name = match[1]
    return chr(int(name[1:], 16)) if len(name) > 1 else _MEANT.get(name, match[0])

"""The head of a data set's card: where its parts are, and what their columns hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from annotator.core.tags import TagScheme

CARD = "README.md"

_PREFIXES = {
    TagScheme.IOB1: "BI",
    TagScheme.IOB2: "BI",
    TagScheme.IOBES: "BIES",
    TagScheme.BILOU: "BILU",
}
_SPLITS = {"": "train", "dev": "validation"}
"""Splits by the names of our parts, where these are not the same."""

_NAME = re.compile(r"\s+'?\d+'?:\s*(.+)")

_COLUMNS = """\
  - name: id
    dtype: string
  - name: title
    dtype: string
  - name: offset_unit
    dtype: string
  - name: text
    dtype: string
  - name: tokens
    sequence: string
  - name: token_starts
    sequence: int32
  - name: token_ends
    sequence: int32
  - name: ner_tags
    sequence:
      class_label:
        names:
{names}
  - name: entities
    list:
    - name: id
      dtype: string
    - name: start
      dtype: int32
    - name: end
      dtype: int32
    - name: label
      dtype: string
    - name: text
      dtype: string
    - name: note
      dtype: string
  - name: quotes
    list:
    - name: id
      dtype: string
    - name: type
      dtype: string
    - name: content
      sequence:
        sequence: int32
    - name: text
      sequence: string
    - name: cue
      sequence:
        sequence: int32
    - name: source
      sequence: int32
    - name: speaker
      sequence: int32
    - name: verbatim
      sequence:
        sequence: int32
    - name: nested_in
      dtype: string
    - name: closed
      dtype: bool
    - name: via
      sequence: int32
    - name: addressee
      sequence: int32
    - name: nonfact
      dtype: bool
    - name: optional
      dtype: bool
    - name: note
      dtype: string
  - name: meta
    dtype: string
"""

_BODY = """\
Arabic news text with entities and quotes, one row an article.

- `text` is the article as it was; all offsets count its code points, the end is exclusive.
- `tokens` with `token_starts` and `token_ends` are words and signs, cut at the edges of entities;
  `ner_tags` are their tags.
- `entities` are all of them, those that overlap too.
- `quotes`: `content` is what is quoted, in one or more parts, `cue` the words that say so; `source`
  and `speaker`, `via` and `addressee` are spans, where there are any.
- `meta` is JSON.
"""


def tag_names(labels: Iterable[str], scheme: TagScheme) -> tuple[str, ...]:
    """Return the names of all tags of these labels, in the order of their numbers."""
    each = (f"{prefix}-{label}" for label in dict.fromkeys(labels) for prefix in _PREFIXES[scheme])
    return ("O", *each)


def card(files: Mapping[str, str], names: Sequence[str]) -> str:
    """Return the card of a data set: ``files`` by the names of their parts, the tags' names."""
    lines = [
        "---",
        "language: [ar]",
        "task_categories: [token-classification]",
    ]
    if files:
        lines += ["configs:", "- config_name: default", "  data_files:"]
    for part, path in files.items():
        lines += [f"  - split: {_SPLITS.get(part, part)}", f"    path: {path}"]
    numbered = (
        f"          '{number}': {json.dumps(name, ensure_ascii=False)}"
        for number, name in enumerate(names)
    )
    columns = _COLUMNS.format(names="\n".join(numbered))
    return "\n".join([*lines, "dataset_info:", "  features:", f"{columns}---", "", _BODY])


def names_in(text: str) -> list[str]:
    """Return the names of the tags that a card lists, of ours or of others; none without."""
    lines = iter(text.splitlines())
    for line in lines:
        if line.strip() == "names:":
            break
    found: list[str] = []
    for line in lines:
        name = _NAME.fullmatch(line)
        if name is None:
            break
        found.append(_plain(name[1].strip()))
    return found


def _plain(value: str) -> str:
    """Return what a scalar of YAML stands for, as far as names of tags need it."""
    if value.startswith('"'):
        try:
            return str(json.loads(value))
        except ValueError:
            return value.strip('"')
    return value.strip("'")

"""What the project keeps beside its articles, as JSON by name."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict
from typing import Any

from annotator.core.labels import Label, LabelSet
from annotator.storage.records import to_json

LABEL_SET = "label_set"
"""The name under which the label set is kept."""


def read_state(connection: sqlite3.Connection, name: str) -> Any:
    """Return the value kept under ``name``, or None.

    Raises:
        ValueError: what is kept is not JSON.
    """
    row = connection.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
    return json.loads(row[0]) if row else None


def write_state(connection: sqlite3.Connection, name: str, value: Any) -> None:
    """Keep a JSON value under ``name``, inside the caller's transaction."""
    connection.execute(
        "INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)", (name, to_json(value))
    )


def label_set_json(label_set: LabelSet) -> dict[str, Any]:
    """Return a label set as JSON values, equal to what reading them back gives."""
    value = asdict(label_set)
    return {**value, "labels": list(value["labels"])}


def label_set_of(value: dict[str, Any]) -> LabelSet:
    """Return the label set that :func:`label_set_json` wrote.

    Raises:
        KeyError, TypeError: it is not one.
    """
    labels = tuple(Label(**label) for label in value["labels"])
    names = value.get("names", {})  # projects made by the first versions have none
    return LabelSet(value["id"], labels, value["aliases"], names)

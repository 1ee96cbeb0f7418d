"""Label sets as data: TOML files, bundled ones by id and anyone's own by path.

:func:`label_set_toml` writes what :func:`load_label_set` reads.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.bundled import resource
from annotator.core.errors import UserError
from annotator.core.labels import Label, LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message

if TYPE_CHECKING:
    from tomlkit.items import InlineTable

DEFAULT_LABEL_SET = "default"
"""The id of the label set that a new project starts with."""

_PLAIN_COLOUR = "#607d8b"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def bundled_label_sets() -> tuple[str, ...]:
    """Return the ids of the label sets that travel with the program, the default first."""
    ids = sorted(path.stem for path in resource("labelsets").glob("*.toml"))
    return tuple(sorted(ids, key=lambda label_set_id: label_set_id != DEFAULT_LABEL_SET))


def load_label_set(source: str | Path = DEFAULT_LABEL_SET) -> LabelSet:
    """Return the label set of a bundled id (``default``) or of a TOML file.

    Raises:
        UserError: there is no such set, the file cannot be read, or what it says is not a
            label set (no id, two labels with one id or key, a colour that is none).
    """
    if isinstance(source, str) and source in bundled_label_sets():
        return _read(resource("labelsets", f"{source}.toml"))
    return _read(Path(source))


def _read(path: Path) -> LabelSet:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise _fault(
            path,
            message(QT_TRANSLATE_NOOP("messages", "There is no such label set.")),
            todo=message(
                QT_TRANSLATE_NOOP("messages", "Name a TOML file or one of: {ids}."),
                ids=", ".join(bundled_label_sets()),
            ),
        ) from None
    except OSError as error:
        raise _fault(
            path,
            message(
                QT_TRANSLATE_NOOP("messages", "The label set cannot be read: {reason}."),
                reason=error.strerror or str(error),
            ),
        ) from error
    except ValueError as error:  # bytes that are not UTF-8, or text that is not TOML
        raise _fault(
            path,
            message(
                QT_TRANSLATE_NOOP("messages", "The label set is not a TOML file: {reason}."),
                reason=str(error),
            ),
        ) from error
    return _label_set(path, table)


def label_set_toml(label_set: LabelSet) -> str:
    """Return a label set as a TOML file: what is empty or by default is left out."""
    import tomlkit  # noqa: PLC0415 - the program starts without it

    document = tomlkit.document()
    document["id"] = label_set.id
    if label_set.names:
        document["names"] = _inline(label_set.names)
    rows = tomlkit.aot()
    for label in label_set:
        row = tomlkit.table()
        row["id"] = label.id
        for name, value in (("key", label.key), ("colour", label.colour)):
            if value:
                row[name] = value
        for name, texts in (("names", label.names), ("description", label.description)):
            if texts:
                row[name] = _inline(texts)
        if label.example:
            row["example"] = label.example
        rows.append(row)
    document["labels"] = rows
    if label_set.aliases:
        document["aliases"] = dict(label_set.aliases)
    return tomlkit.dumps(document)


def _inline(texts: Mapping[str, str]) -> InlineTable:
    import tomlkit  # noqa: PLC0415

    table = tomlkit.inline_table()
    table.update(texts)
    return table


def _label_set(path: Path, table: Mapping[str, Any]) -> LabelSet:
    base = _base(path, str(table["extends"])) if "extends" in table else None
    rows = table.get("labels", [])
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise _fault(path, message(QT_TRANSLATE_NOOP("messages", "It lists no labels.")))
    labels = (*(base.labels if base else ()), *(_label(path, row) for row in rows))
    aliases = {**(base.aliases if base else {}), **_strings(table.get("aliases"))}
    if not labels:
        raise _fault(path, message(QT_TRANSLATE_NOOP("messages", "It lists no labels.")))
    _check_unique(path, [label.id for label in labels])
    _check_unique(path, [label.key for label in labels if label.key])
    ids = {label.id for label in labels}
    for name, label_id in aliases.items():
        if label_id not in ids or name in ids:
            raise _fault(
                path,
                message(
                    QT_TRANSLATE_NOOP("messages", "The alias {name} stands for no other label."),
                    name=name,
                ),
            )
    return LabelSet(
        str(table.get("id") or path.stem), labels, aliases, _strings(table.get("names"))
    )


def _base(path: Path, label_set_id: str) -> LabelSet:
    if label_set_id not in bundled_label_sets():
        raise _fault(
            path,
            message(
                QT_TRANSLATE_NOOP("messages", "It extends {id}, which is not one of: {ids}."),
                id=label_set_id,
                ids=", ".join(bundled_label_sets()),
            ),
        )
    return load_label_set(label_set_id)


def _label(path: Path, row: Mapping[str, Any]) -> Label:
    label_id = str(row.get("id", ""))
    if not label_id or any(char.isspace() for char in label_id):
        raise _fault(
            path,
            message(QT_TRANSLATE_NOOP("messages", "A label needs an id without spaces.")),
        )
    colour = str(row.get("colour", _PLAIN_COLOUR))
    if not _COLOUR.fullmatch(colour):
        raise _fault(
            path,
            message(
                QT_TRANSLATE_NOOP("messages", "The colour of {label} is not of the form #2f6fdb."),
                label=label_id,
            ),
        )
    return Label(
        id=label_id,
        names=_strings(row.get("names")),
        colour=colour,
        key=str(row.get("key", "")),
        description=_strings(row.get("description")),
        example=str(row.get("example", "")),
    )


def _strings(table: object) -> dict[str, str]:
    return {str(k): str(v) for k, v in table.items()} if isinstance(table, Mapping) else {}


def _check_unique(path: Path, names: list[str]) -> None:
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise _fault(
            path,
            message(
                QT_TRANSLATE_NOOP("messages", "Two labels share the id or key {name}."), name=twice
            ),
        )


def _fault(path: Path, what: Message, todo: Message | None = None) -> UserError:
    return UserError(what, where=str(path), todo=todo)

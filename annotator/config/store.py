"""The settings file: sparse TOML, read with a fallback for every key, written atomically."""

from __future__ import annotations

import contextlib
import os
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from annotator.config.export_options import EXPORT_SETTINGS
from annotator.config.settings import SETTINGS, Keys, Setting
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity

T = TypeVar("T", str, bool, int, tuple[str, ...], Keys)


def settings_path() -> Path:
    """Return where the settings of this user are, whether the file is there or not."""
    from platformdirs import user_config_path  # noqa: PLC0415 - only programs that start need it

    return user_config_path("annotator", appauthor=False) / "settings.toml"


class Settings:
    """The values of all settings; only what differs from the default is in the file.

    Nothing about the file stops the program: a value that does not fit gives way to its
    default, a file that is no TOML is set aside at the next write, and where the home cannot be
    written to, values live as long as the program. Each of these leaves a line in ``notices``.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.notices: list[Problem] = []
        self._path = path or settings_path()
        self._values: dict[str, Any] = {}
        self._text = ""
        self._broken = False
        self._read()

    def __getitem__(self, setting: Setting[T]) -> T:
        value: T = self._values.get(setting.key, setting.default)
        return value

    def __setitem__(self, setting: Setting[T], value: T) -> None:
        """Take a value over and write the file.

        Raises:
            ValueError: the value is not one of the setting.
        """
        parsed = setting.parse(value)
        if parsed is None:
            raise ValueError(f"{value!r} is no value of {setting.key}")
        if self[setting] == parsed:
            return
        self._values[setting.key] = parsed
        try:
            self._write(setting)
        except OSError as error:
            self._notice(
                "settings-unwritable",
                message(
                    QT_TRANSLATE_NOOP(
                        "messages", "Settings are kept until the program ends: {reason}."
                    ),
                    reason=error.strerror or str(error),
                ),
            )

    def _read(self) -> None:
        try:
            self._text = self._path.read_text(encoding="utf-8")
            table = tomllib.loads(self._text)
        except FileNotFoundError:
            return
        except (OSError, ValueError) as error:
            self._broken = isinstance(error, ValueError)
            self._notice(
                "settings-unreadable",
                message(
                    QT_TRANSLATE_NOOP(
                        "messages", "The settings cannot be read; the defaults are used: {reason}."
                    ),
                    reason=str(error),
                ),
            )
            return
        for setting in (*SETTINGS, *EXPORT_SETTINGS):
            found = _lookup(table, setting.key)
            if found is None:
                continue
            value = setting.parse(found)
            if value is None:
                self._refuse(setting.key, found, setting.default)
                continue
            self._values[setting.key] = value
            if isinstance(value, Mapping):
                for name in found.keys() - value.keys():
                    self._refuse(f"{setting.key}.{name}", found[name], "")

    def _write(self, setting: Setting[Any]) -> None:
        import tomlkit  # noqa: PLC0415 - start-up only reads

        self._path.parent.mkdir(parents=True, exist_ok=True)
        if self._broken:
            self._path.replace(self._path.with_suffix(".broken.toml"))
            self._broken, self._text = False, ""
        document = tomlkit.parse(self._text)  # keeps comments and keys that are not ours
        *tables, name = setting.key.split(".")
        table: Any = document
        for part in tables:
            if not isinstance(table.get(part), Mapping):
                table[part] = tomlkit.table()
            table = table[part]
        value = self[setting]
        if value == setting.default:
            table.pop(name, None)
        else:
            table[name] = _plain(value)
        self._text = tomlkit.dumps(document)
        _replace(self._path, self._text)

    def _refuse(self, key: str, found: object, default: object) -> None:
        self._notice(
            "settings-value",
            message(
                QT_TRANSLATE_NOOP(
                    "messages", "{key} cannot be {value}; its default is used: {default}."
                ),
                key=key,
                value=repr(found),
                default=default,
            ),
        )

    def _notice(self, kind: str, text: Any) -> None:
        self.notices.append(Problem(kind, text, Severity.NOTICE, file=str(self._path)))


def _lookup(table: Mapping[str, Any], key: str) -> Any:
    found: Any = table
    for part in key.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _plain(value: Any) -> Any:
    """Return a value as TOML has it: lists for tuples, also inside a table."""
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    return list(value) if isinstance(value, tuple) else value


def _replace(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
        Path(name).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise

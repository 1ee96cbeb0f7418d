"""A project of the first version, opened by this one."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from annotator.config.labelsets import load_label_set
from annotator.storage import ProjectFile
from annotator.storage.migrations import MIGRATIONS
from annotator.storage.records import to_json
from annotator.storage.schema import APPLICATION_ID, SCHEMA_VERSION
from annotator.storage.state import LABEL_SET, label_set_json
from tests.crashes.job import Line, Tell
from tests.crashes.moments import Moments

PROJECT = "old.annotator"
MANY = 300


class Upgrading:
    """It is of some version in between, whole, and a copy of what it was is there or complete."""

    name = "upgrading"
    moments: int | None = None

    def prepare(self, base: Path) -> None:
        """Make a project as the first version did, of many articles."""
        with closing(sqlite3.connect(base / PROJECT)) as connection:
            MIGRATIONS.apply(Database(connection), stop_before="search")
            label_set = to_json(label_set_json(load_label_set()))
            connection.execute("INSERT INTO state VALUES (?, ?)", (LABEL_SET, label_set))
            for key in range(1, MANY + 1):
                digest = key.to_bytes(32, "big")
                connection.execute(
                    "INSERT INTO article VALUES (?, ?, 'T', ?)", (key, f"a{key}", digest)
                )
                connection.execute(
                    "INSERT INTO article_text VALUES (?, NULL, ?)", (key, f"زار بايدن باريس {key}")
                )
                connection.execute(
                    "INSERT INTO annotation_set "
                    "VALUES (?, ?, 'salma', 'done', 1, 1, 0, NULL, NULL)",
                    (key, key),
                )
                connection.execute(
                    "INSERT INTO entity VALUES (?, 'e1', 4, 9, 'PER', 'accepted', 'human', NULL, "
                    "'salma', '', '', '', NULL)",
                    (key,),
                )
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.commit()

    def run(self, folder: Path, seed: int, tell: Tell, moments: Moments) -> None:
        """Open it."""
        moments.arm()
        tell(ready=True)
        ProjectFile.open(folder / PROJECT).close()
        tell(upgraded=True)

    def check(self, base: Path, folder: Path, lines: Sequence[Line]) -> None:
        """Any copy is whole and of the first version; opening once more ends the upgrade."""
        upgraded = any("upgraded" in line for line in lines)
        copies = sorted(folder.glob("*-backup*.annotator"))
        with closing(sqlite3.connect(folder / PROJECT)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
        assert copies or version == 1, f"version {version} without a copy"
        assert version == SCHEMA_VERSION or not upgraded
        for copy in copies:
            with closing(sqlite3.connect(copy)) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                assert connection.execute("PRAGMA user_version").fetchone() == (1,)
                assert connection.execute("SELECT count(*) FROM entity").fetchone() == (MANY,)
        with ProjectFile.open(folder / PROJECT) as file:
            assert file.read_only is None
            assert file.faults() == []
            assert file.article_count() == MANY
            assert len(file.search("باريس", limit=MANY * 2)) == MANY
            assert all(len(state.entities) == 1 for state in file.annotated())
        with closing(sqlite3.connect(folder / PROJECT)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

    def close(self) -> None:
        """Nothing is held."""

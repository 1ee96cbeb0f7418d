"""What has to hold of any project that a killed program leaves."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from annotator.core.annotated import AnnotatedArticle
from annotator.core.edits import apply
from annotator.core.history import Timeline
from annotator.services.project import open_project
from annotator.storage import Mark, ProjectFile

_COUNTERS = """
SELECT s.key, s.decided, s.pending,
  (SELECT count(*) FROM entity e WHERE e.annotation_set = s.key AND e.status <> 'suggested')
  + (SELECT count(*) FROM quote q WHERE q.annotation_set = s.key AND q.status <> 'suggested') AS d,
  (SELECT count(*) FROM entity e WHERE e.annotation_set = s.key AND e.status = 'suggested')
  + (SELECT count(*) FROM quote q WHERE q.annotation_set = s.key AND q.status = 'suggested') AS p
FROM annotation_set s WHERE s.decided <> d OR s.pending <> p
"""


def digest(state: AnnotatedArticle) -> str:
    """Return a short name of all that is annotated, whatever revision it is."""
    said = (
        state.entities,
        state.quotes,
        state.nonquotes,
        state.status,
        state.note,
        state.flags,
        state.verdicts,
    )
    return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def timelines(path: Path, annotator: str) -> dict[int, Timeline]:
    """Return the annotator's work on every article."""
    with ProjectFile.open(path, read_only=True) as file:
        keys = file.article_keys().values()
        return {key: file.timeline(key, annotator) for key in keys}


def assert_whole(path: Path) -> None:
    """The file opens for writing, SQLite finds nothing wrong, and its rows fit together."""
    with ProjectFile.open(path) as file:
        assert file.read_only is None, file.read_only
        assert file.faults() == []
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute(_COUNTERS).fetchall() == [], "counters"
        connection.execute("INSERT INTO article_search (article_search) VALUES ('integrity-check')")
        missing = connection.execute(
            "SELECT key FROM article WHERE key NOT IN (SELECT article FROM article_text)"
        ).fetchall()
        assert missing == []
    left = [file.name for file in path.parent.iterdir() if file.name.startswith(path.name)]
    assert left == [path.name], left


def assert_undo_reaches_the_start(
    path: Path, annotator: str, starts: Mapping[int, AnnotatedArticle], *, by_steps: int
) -> None:
    """All undone, every article is as it was; all done again, as it was found.

    What came by itself since the start stays, as undo steps over it. In the
    article ``by_steps`` that is done a step at a time, in the others at once.
    """
    with open_project(path, annotator=annotator) as project:
        for key, first in starts.items():
            session = project.open_article(key)
            start = first
            for step in project.file.audit(key, annotator):  # undo steps over what arrived
                start = apply(start, step.edit) if step.mark is Mark.ARRIVED else start
            if not (session.history.done or session.history.undone):
                assert digest(session.state) == digest(start), f"article {key}, not begun"
                continue
            found, done, undone = session.state, len(session.history.done), session.history.undone
            if key == by_steps:
                while session.history.can_undo:
                    session.undo()
            else:
                session.go_to(0)
            assert digest(session.state) == digest(start), f"undo in article {key}"
            if key == by_steps:
                for _ in range(done):
                    session.redo()
            else:
                session.go_to(done)
            assert digest(session.state) == digest(found), f"redo in article {key}"
            while session.history.can_redo:
                session.redo()
            assert len(session.history.done) == done + len(undone), f"redo in article {key}"
            session.go_to(done)
            assert digest(session.state) == digest(found), f"back again in article {key}"

"""Backups: one a day, so many kept, and never a worse one in the place of a better."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from annotator.config.labelsets import load_label_set
from annotator.core.decisions import accept, reopen
from annotator.core.errors import UserError
from annotator.core.progress import Progress
from annotator.services.backups import back_up, backup_folder, backups_of
from annotator.services.project import Project, open_project
from annotator.storage import ProjectFile

DAY = date(2026, 3, 1)


@pytest.fixture
def project(tmp_path: Path, article) -> Iterator[Project]:
    path = tmp_path / "p [1].annotator"
    with ProjectFile.create(path, label_set=load_label_set()) as file:
        file.add_articles(article(n) for n in range(3))
    with open_project(path, annotator="salma") as opened:
        yield opened


def _decide(project: Project) -> None:
    session = project.open_article(1)
    decide = accept if session.state.entity("e1") in session.state.pending() else reopen
    session.perform(decide(session.state, ["e1"], session.actor()))


def _make(project: Project, day: date, keep: int = 3, folder: str = "") -> Path | None:
    return back_up(project.file, keep=keep, folder=folder, today=day, progress=Progress())


def test_the_oldest_goes_and_the_newest_opens(project: Project) -> None:
    assert _make(project, DAY) is None  # nothing was decided yet
    for number in range(6):
        _decide(project)
        assert _make(project, DAY + timedelta(number)) is not None
        assert _make(project, DAY + timedelta(number)) is None  # one a day
    days = [path.stem[-10:] for path in backups_of(project.path)]
    assert days == ["2026-03-04", "2026-03-05", "2026-03-06"]
    assert _make(project, DAY + timedelta(9)) is None  # nothing was decided since
    newest = backups_of(project.path)[-1]
    with ProjectFile.open(newest, read_only=True) as file:
        assert file.timeline(1, "salma").state == project.file.timeline(1, "salma").state
    assert [path.name for path in newest.parent.iterdir() if path.suffix != ".annotator"] == []


def test_a_clock_that_goes_back_does_not_cost_the_backup_just_made(project: Project) -> None:
    for day in (DAY + timedelta(1000), DAY + timedelta(1001), DAY):
        _decide(project)
        made = _make(project, day, keep=2)
        assert made in backups_of(project.path)
    assert len(backups_of(project.path)) == 2


def test_an_old_one_that_cannot_be_removed_costs_no_new_one(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    _decide(project)
    first = _make(project, DAY, keep=1)
    _decide(project)
    remove = Path.unlink

    def unlink(path: Path, **more: bool) -> None:
        if path == first:
            raise PermissionError(13, "in use")
        remove(path, **more)

    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", unlink)
        second = _make(project, DAY + timedelta(1), keep=1)
    assert backups_of(project.path) == [first, second]
    _decide(project)
    third = _make(project, DAY + timedelta(2), keep=1)
    assert backups_of(project.path) == [third]


def test_they_go_where_the_settings_say_and_none_are_made_without(
    project: Project, tmp_path: Path
) -> None:
    _decide(project)
    elsewhere = str(tmp_path / "disk")
    made = _make(project, DAY, folder=elsewhere)
    assert made is not None
    assert made.parent == backup_folder(project.path, elsewhere)
    assert made.is_relative_to(elsewhere)
    assert _make(project, DAY, keep=0) is None
    assert not backup_folder(project.path).exists()


def test_a_damaged_project_takes_the_place_of_no_backup(project: Project) -> None:
    _decide(project)
    first = _make(project, DAY, keep=1)
    _decide(project)
    project.close()
    content = bytearray(project.path.read_bytes())
    content[6 * 4096 : 7 * 4096] = bytes(4096)  # where the texts begin
    project.path.write_bytes(content)
    with ProjectFile.open(project.path) as file, pytest.raises(UserError, match="damaged"):
        back_up(file, keep=1, folder="", today=DAY + timedelta(1), progress=Progress())
    assert backups_of(project.path) == [first]

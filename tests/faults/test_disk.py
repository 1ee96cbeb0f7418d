"""Full and read-only disks under everything that writes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from annotator.config.labelsets import load_label_set
from annotator.config.settings import THEME
from annotator.config.store import Settings
from annotator.core.decisions import accept, annotate_note
from annotator.core.errors import UserError
from annotator.core.progress import Progress
from annotator.services.backups import back_up, backups_of
from annotator.services.collecting import collect
from annotator.services.copies import save_copy
from annotator.services.exporting import export
from annotator.services.project import Project, open_project
from annotator.services.session import ArticleSession
from annotator.services.sharing import Sharing, share_out
from annotator.storage import ProjectFile
from tests.faults.conftest import Disk


@pytest.fixture
def project(disk: Disk, article) -> Project:
    """A project on the small disk; somebody has decided once."""
    path = disk.folder / "p.annotator"
    with ProjectFile.create(path, label_set=load_label_set()) as file:
        file.add_articles(article(n) for n in range(3))
    made = open_project(path, annotator="salma")
    session = made.open_article(1)
    session.perform(accept(session.state, ["e1"], session.actor()))
    return made


def _decide_until_it_is_refused(session: ArticleSession) -> None:
    for _ in range(200):  # the journal has a little room of its own
        if session.state.pending():
            session.perform(accept(session.state, ["e1", "e2"], session.actor()))
        else:
            session.undo()


def test_on_a_full_disk_a_decision_is_refused_and_taken_again(project: Project, disk: Disk) -> None:
    session = project.open_article(2)
    disk.fill()
    with pytest.raises(UserError, match="disk is full") as refused:
        _decide_until_it_is_refused(session)
    before = session.state
    assert refused.value.todo is not None
    disk.empty()
    with project.file.reader() as reader:
        assert reader.timeline(2, "salma").state == before
    if not session.state.pending():
        session.undo()
    session.perform(accept(session.state, ["e2"], session.actor()))
    assert project.file.timeline(2, "salma").state == session.state
    project.close()


def test_on_a_full_disk_nothing_of_an_import_comes_in(
    project: Project, disk: Disk, article
) -> None:
    disk.fill()
    with pytest.raises(UserError, match="disk is full"):
        project.file.add_articles(article(n) for n in range(10, 4000))
    disk.empty()
    assert project.count() == 3
    assert project.file.faults() == []
    project.close()


def test_on_a_full_disk_the_export_that_was_there_stays(project: Project, disk: Disk) -> None:
    out = disk.folder / "out.jsonl"
    out.write_text("old\n", encoding="utf-8")
    names = {path.name for path in disk.folder.iterdir()}
    disk.fill()
    with pytest.raises(UserError, match="cannot be written"):
        export(project.file, out, format_id="jsonl", force=True)
    assert out.read_text(encoding="utf-8") == "old\n"
    disk.empty()
    assert {path.name for path in disk.folder.iterdir()} == names
    project.close()


def test_on_a_full_disk_backups_stay_as_they_were(project: Project, disk: Disk) -> None:
    options = {"keep": 1, "folder": "", "progress": Progress()}
    first = back_up(project.file, today=date(2026, 1, 1), **options)
    session = project.open_article(2)
    session.perform(accept(session.state, ["e1"], session.actor()))
    disk.fill()
    with pytest.raises(UserError, match="No backup could be made"):
        back_up(project.file, today=date(2026, 1, 2), **options)
    with pytest.raises(UserError, match="cannot be written"):
        save_copy(project.file, disk.folder / "copy.annotator", Progress())
    disk.empty()
    assert backups_of(project.path) == [first]
    assert [path.name for path in first.parent.iterdir()] == [first.name]
    project.close()


def test_on_a_full_disk_settings_live_as_long_as_the_program(disk: Disk) -> None:
    path = disk.folder / "settings.toml"
    Settings(path)[THEME] = "dark"
    disk.fill()
    settings = Settings(path)
    settings[THEME] = "light"
    assert settings[THEME] == "light"
    assert [notice.kind for notice in settings.notices] == ["settings-unwritable"]
    disk.empty()
    assert Settings(path)[THEME] == "dark"


def test_on_a_read_only_disk_a_project_is_read(project: Project, disk: Disk) -> None:
    before = project.open_article(1).state
    project.close()
    disk.make_read_only()
    with open_project(project.path, annotator="salma") as again:
        assert "read-only" in str(again.read_only)
        session = again.open_article(1)
        assert session.state == before
        with pytest.raises(UserError, match="read-only") as refused:
            session.undo()
        assert refused.value.todo is not None
        assert session.state == before


def test_nothing_is_made_on_a_full_or_read_only_disk(disk: Disk) -> None:
    disk.fill()
    with pytest.raises(UserError, match="No project can be made here"):
        ProjectFile.create(disk.folder / "new.annotator", label_set=load_label_set())
    disk.empty()
    assert list(disk.folder.iterdir()) == []
    disk.make_read_only()
    with pytest.raises(UserError, match="No project can be made here"):
        ProjectFile.create(disk.folder / "new.annotator", label_set=load_label_set())


def test_a_file_in_a_folder_that_is_gone_says_so(tmp_path: Path, article) -> None:
    path = tmp_path / "x" / "p.annotator"
    path.parent.mkdir()
    with ProjectFile.create(path, label_set=load_label_set()) as file:
        file.add_articles([article(1)])
        path.unlink()
        with pytest.raises(UserError, match="moved, deleted or replaced"):
            file.set_state("x", 1)
        save_copy(file, tmp_path / "rescued.annotator", Progress())
    with ProjectFile.open(tmp_path / "rescued.annotator") as rescued:
        assert rescued.article_count() == 1
        assert rescued.faults() == []


def test_on_a_disk_that_fills_up_no_file_is_collected(tmp_path: Path, article) -> None:
    path = tmp_path / "p.annotator"
    with ProjectFile.create(path, label_set=load_label_set()) as file:
        file.add_articles(article(n) for n in range(4))
        given = share_out(file, tmp_path, Sharing(("salma", "huda")))
    for one in given:
        with open_project(one.path, annotator=one.annotator) as made:
            session = made.open_article(1)
            session.perform(annotate_note(session.state, "e1", "م" * 40_000, session.actor()))
    with ProjectFile.open(path) as file:
        connection = file._connection
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 30}")  # room for the first of them
        with pytest.raises(UserError, match=r"p\.annotator: The disk is full; nothing was saved"):
            collect(file, [one.path for one in given])
        assert file.annotators() == ()
        connection.execute("PRAGMA max_page_count = 1000000")
        assert collect(file, [one.path for one in given]).sets == 2

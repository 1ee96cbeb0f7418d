"""Bytes of a project turned over at random places: what can be read is put into a new file."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.cli.program import program
from annotator.config.labelsets import load_label_set
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.decisions import accept, annotate_note
from annotator.core.entities import Entity, Status
from annotator.core.errors import UserError
from annotator.core.spans import Span
from annotator.services.project import open_project
from annotator.services.repair import repair_project, repaired_path
from annotator.storage import ProjectFile, salvage

ARTICLES = 60
DECIDED = 25
PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of some articles, part of them decided on."""
    path = tmp_path_factory.mktemp("whole") / "work.annotator"
    text = "قال الوزير إن باريس بعيدة عن واشنطن، وأضاف بايدن أن لندن أقرب منها إلى هنا. " * 8
    with ProjectFile.create(path, label_set=load_label_set()) as file:
        file.add_articles(
            AnnotatedArticle(
                Article(f"a{n}", f"{n}. {text}"),
                entities=tuple(
                    Entity(
                        f"e{k}",
                        Span(at, at + (3 if k == 1 else 5)),
                        "LOC",
                        Status.SUGGESTED,
                        "rules",
                    )
                    for k, at in ((1, len(f"{n}. ")), (2, f"{n}. {text}".index("باريس")))
                ),
            )
            for n in range(ARTICLES)
        )
    with open_project(path, annotator="salma") as project:
        for key in range(1, DECIDED + 1):
            session = project.open_article(key)
            session.perform(accept(session.state, ["e1"], session.actor()))
            session.perform(annotate_note(session.state, "e2", "ملاحظة", session.actor()))
    return path


def _damaged(whole: Path, folder: Path, seed: int) -> Path:
    """Return a copy with some bytes turned over, or with a page of nothing."""
    chance = random.Random(seed)
    content = bytearray(whole.read_bytes())
    kind = seed % 3
    if kind == 0:  # single bytes
        for _ in range(chance.choice((1, 8, 60))):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    elif kind == 1:  # a page
        start = chance.randrange(1, len(content) // PAGE) * PAGE
        content[start : start + PAGE] = bytes(PAGE)
    else:  # noise in a row, also over the first page
        start = chance.randrange(len(content) - 600)
        content[start : start + 600] = chance.randbytes(600)
    path = folder / "work.annotator"
    path.write_bytes(content)
    return path


def _articles(path: Path) -> Iterator[tuple[str, AnnotatedArticle]]:
    with ProjectFile.open(path, read_only=True) as file:
        for name, key in ((file.article(key).id, key) for key in file.article_keys().values()):
            yield name, file.timeline(key, "salma").state


@pytest.mark.parametrize("seed", range(30))
def test_what_can_be_read_is_saved_and_the_rest_is_told(
    whole: Path, tmp_path: Path, seed: int
) -> None:
    damaged = _damaged(whole, tmp_path, seed)
    before = damaged.read_bytes()
    out = repaired_path(damaged)
    report = repair_project(damaged, out)
    assert damaged.read_bytes() == before
    told = " ".join(f"{problem.article} {problem.message}" for problem in report.problems)
    with ProjectFile.open(out) as file:
        assert file.read_only is None
        assert file.faults() == []
    found, known = dict(_articles(out)), dict(_articles(whole))
    for name in known.keys() - found.keys():
        assert name in told or "articles" in told or "texts" in told, f"{name} is lost in silence"
    for name in known.keys() & found.keys():
        if found[name].text != known[name].text:
            assert name in told, f"the text of {name} has changed in silence"
    # A page holds some rows: most of the work is there whatever was hit.
    assert len(found) >= ARTICLES * 2 // 3, (seed, told)
    with open_project(out, annotator="salma") as project:
        for key in list(project.file.article_keys().values())[:5]:
            session = project.open_article(key)
            done = len(session.history.done)
            session.go_to(0)
            session.go_to(done)


def test_a_whole_project_comes_out_as_it_was(whole: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(whole, tmp_path))
    out = tmp_path / "out.annotator"
    report = repair_project(path, out)
    assert report.is_clean
    assert dict(_articles(out)) == dict(_articles(path))
    with ProjectFile.open(out) as new, ProjectFile.open(path) as old:
        assert len(new.timeline(1, "salma").history.done) == 2
        assert new.timeline(1, "salma") == old.timeline(1, "salma")
        assert new.search("واشنطن")


def test_a_history_that_no_longer_fits_is_kept_but_not_undone(whole: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(whole, tmp_path))
    with closing(sqlite3.connect(path)) as connection:  # as a byte turned over in a label leaves it
        connection.execute(
            "UPDATE entity SET label = 'LOD' WHERE id = 'e1' AND annotation_set = "
            "(SELECT annotation_set FROM step ORDER BY key LIMIT 1)"
        )
        connection.commit()
    out = tmp_path / "out.annotator"
    report = repair_project(path, out)
    assert [problem.article for problem in report.problems] == ["a0"]
    with open_project(out, annotator="salma") as project:
        session = project.open_article(1)
        assert not session.history.can_undo
        assert len(list(project.file.audit(1, "salma"))) == 2
        assert project.open_article(2).history.can_undo


def test_what_lies_between_two_damaged_pages_is_found(whole: Path, tmp_path: Path) -> None:
    content = bytearray(whole.read_bytes())
    pages = [content[at : at + PAGE] for at in range(0, len(content), PAGE)]
    leaf = 13  # a page of a table's rows
    texts = [n for n, page in enumerate(pages) if page[0] == leaf and "باريس".encode() in page]
    assert len(texts) > 9
    for number in (texts[1], texts[-2]):
        content[number * PAGE : (number + 1) * PAGE] = bytes(PAGE)
    path = tmp_path / "work.annotator"
    path.write_bytes(content)
    out = tmp_path / "out.annotator"
    report = repair_project(path, out)
    found = dict(_articles(out))
    assert ARTICLES - 12 <= len(found) < ARTICLES
    told = {problem.article for problem in report.problems}
    assert {f"a{n}" for n in range(ARTICLES)} - found.keys() <= told


def test_what_is_no_project_is_not_repaired(tmp_path: Path) -> None:
    path = tmp_path / "x.annotator"
    path.write_bytes(random.Random(1).randbytes(50_000))
    with pytest.raises(UserError, match="damaged"):
        repair_project(path, tmp_path / "out.annotator")
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_the_command_says_where_the_repaired_project_is(whole: Path, tmp_path: Path) -> None:
    path = _damaged(whole, tmp_path, 1)
    done = CliRunner().invoke(program, ["check", "--repair", str(path)], standalone_mode=False)
    assert repaired_path(path).exists()
    assert "work-repaired.annotator" in done.output


def test_what_cannot_be_repaired_is_told_and_leaves_nothing(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.annotator"
    for absent in (tmp_path / "absent.annotator", tmp_path):
        with pytest.raises(UserError, match="no such file, or it cannot be read"):
            repair_project(absent, out)

    def full(*_: object) -> None:
        assert not out.exists()  # half of it is not to be taken for all of it after a power cut
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(salvage, "index_articles", full)
    with pytest.raises(UserError, match="The disk is full"):
        repair_project(whole, out)
    assert list(tmp_path.iterdir()) == []


def test_what_is_repaired_is_not_looked_through_as_well(whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.annotator"
    asked = ["check", "--repair", "--consistency", str(whole), "--out", str(out)]
    done = CliRunner().invoke(program, asked)
    assert "--consistency does not go with --repair" in done.output
    assert not out.exists()

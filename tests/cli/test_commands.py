"""The commands as scripts see them: files, exit codes, JSON."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from annotator.cli.commands import window
from annotator.cli.program import COMMANDS, program
from annotator.core.decisions import finish
from annotator.core.progress import Cancelled
from annotator.services.project import open_project
from annotator.storage import ArticleQuery, ProjectFile

ARTICLE_COUNT = 2


def test_every_command_of_the_table_loads():
    for name in COMMANDS:
        command = program.get_command(None, name)
        assert command is not None
        assert command.name == name
        assert command.help


def test_import_makes_a_project_and_reports(run, tmp_path, annotated):
    result = run("import", tmp_path / "p.annotator", annotated, "--json")
    assert result.code == 0
    report = result.json
    assert report.keys() >= {"articles", "entities", "quotes", "problems", "written"}
    assert (report["articles"], report["entities"], report["quotes"]) == (1, 4, 1)
    assert report["written"] == [str(tmp_path / "p.annotator")]
    with ProjectFile.open(tmp_path / "p.annotator") as file:
        (article,) = file.annotated()
    assert (article.annotator, len(article.entities)) == ("salma", 4)


def test_import_into_a_project_joins_and_names_the_annotator(run, project, annotated):
    result = run("import", project, annotated, "--annotator", "omar", "--json")
    assert result.code == 0
    assert [problem["kind"] for problem in result.json["problems"]] == ["joined"]
    with ProjectFile.open(project) as file:
        assert file.annotators() == ("omar", "salma")
        assert file.article_count() == ARTICLE_COUNT


def test_folders_are_searched_and_each_file_told_by_content(run, tmp_path):
    folder = tmp_path / "news" / "2026"
    folder.mkdir(parents=True)
    (folder / "one.dat").write_text("خبر أول.\nوصل الوفد.", encoding="utf-8")
    (folder / "two.txt").write_text("سامح B-PER\nشكري I-PER\n", encoding="utf-8")
    (folder / "three.json").write_text('{"id": "t", "text": "خبر ثالث"}\n', encoding="utf-8")
    (folder / ".hidden").write_text("لا", encoding="utf-8")
    result = run("import", folder / "p.annotator", tmp_path / "news", "--json")
    assert result.code == 0
    assert {file["file"].rpartition("/")[2]: file["format"] for file in result.json["files"]} == {
        "one.dat": "text", "two.txt": "conll2002", "three.json": "jsonl",
    }  # fmt: skip


def test_export_lists_losses_span_by_span(run, project, tmp_path):
    out = tmp_path / "out.conll"
    result = run("export", project, "-o", out, "--format", "conll2002", "--json")
    assert result.code == 1
    kinds = {(p["kind"], p["id"], p["severity"]) for p in result.json["problems"]}
    assert {kind for kind in kinds if kind[0] != "field"} == {
        ("status", "e3", "notice"), ("status", "e4", "notice"), ("quote", "q1", "refused"),
    }  # fmt: skip
    assert result.json["written"] == [str(out)]
    assert "القاهرة B-LOC\n" in out.read_text(encoding="utf-8")


def test_export_of_all_that_was_asked_for_ends_with_0(run, project, tmp_path):
    result = run("export", project, "-o", tmp_path / "out.jsonl")
    assert result.code == 0
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [len(json.loads(line)["entities"]) for line in lines] == [4, 0]
    assert result.out == ""


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        (["--scheme", "iobes"], "القاهرة S-LOC"),
        (["--tokens", "word"], "بالقاهرة B-LOC"),
        (["--map", "PER=PERS"], "سامح B-PERS"),
        (["--format", "conll2003"], "القاهرة -X- _ B-LOC"),
        (["--status", "rejected"], "التهديد B-MISC"),
    ],
)
def test_options_of_export(words, tag, run, project, tmp_path):
    run("export", project, "-o", tmp_path / "out.conll", *words)
    assert f"{tag}\n" in (tmp_path / "out.conll").read_text(encoding="utf-8")


def test_statuses_of_articles_and_annotators_filter(run, project, tmp_path):
    for words, count in (
        (["--status", "done"], 1), (["--status", "new"], 1), (["--annotator", "salma"], 1),
        (["--status", "done", "--status", "new"], 2),
    ):  # fmt: skip
        result = run("export", project, "-o", tmp_path / "o.jsonl", "--force", "--json", *words)
        assert result.json["articles"] == count
    result = run("export", project, "-o", tmp_path / "none.jsonl", "--annotator", "nobody")
    assert result.code == 2
    assert not (tmp_path / "none.jsonl").exists()


def test_split_writes_a_file_a_part(run, project, tmp_path):
    words = ["--format", "jsonl", "--split", "50/0/50", "--seed", "3", "--json"]
    result = run("export", project, "-o", tmp_path / "corpus", *words)
    files = [tmp_path / "corpus" / name for name in ("train.jsonl", "test.jsonl")]
    assert result.json["written"] == [str(file) for file in files]
    assert [len(file.read_text(encoding="utf-8").splitlines()) for file in files] == [1, 1]


def test_nothing_is_overwritten_without_force(run, project, annotated, tmp_path):
    out = tmp_path / "out.jsonl"
    out.write_text("mine", encoding="utf-8")
    for words in (["export", project], ["suggest", "--engine", "quotes", annotated]):
        result = run(*words, "-o", out)
        assert result.code == 2
        assert "exists" in result.err
        assert out.read_text(encoding="utf-8") == "mine"
        assert run(*words, "-o", out, "--force").code == 0
        assert out.read_text(encoding="utf-8") != "mine"
        out.write_text("mine", encoding="utf-8")


def test_suggest_writes_suggestions_only(run, annotated, tmp_path):
    out = tmp_path / "out.jsonl"
    result = run("suggest", annotated, "-o", out, "--json")
    assert result.code == 0
    (article,) = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert {e["status"] for e in article["entities"]} == {"suggested"}
    assert [q["text"] for q in article["quotes"]] == [["لن نقبل التهديد"]]
    assert {q["status"] for q in article["quotes"]} == {"suggested"}
    assert result.json["written"] == [str(out)]


def test_suggest_prints_to_standard_output(annotated):
    done = subprocess.run(
        [sys.executable, "-m", "annotator", "suggest", annotated, "--engine", "quotes"],
        check=True,
        capture_output=True,
    )
    (line,) = done.stdout.decode("utf-8").splitlines()
    assert json.loads(line)["id"] == "a1"
    assert done.stderr.decode("utf-8") == "Suggested: 1 articles, 0 entities, 1 quotes.\n"


def test_stats(run, project):
    figures = run("stats", project, "--json").json
    assert figures["articles"] == {
        "total": 2, "new": 1, "in_progress": 0, "done": 1, "reviewed": 0,
    }  # fmt: skip
    assert figures["entities"] == {"LOC": 1, "PER": 1}
    assert figures["quotes"]["direct"] == 1
    assert {"decisions", "days", "labels", "engines", "time"} <= figures.keys()
    assert "LOC" in run("stats", project).out


def test_stats_of_a_period(run, project):
    with open_project(project, annotator="salma") as opened:
        listing = opened.listing(ArticleQuery())
        key = listing.next_undecided() or 0
        listing.close()
        session = opened.open_article(key)
        session.perform(finish(session.state, session.actor()))
        opened.file.add_time(key, "salma", datetime.now(UTC).astimezone().date(), 3725)
    figures = run("stats", project, "--json", "--annotator", "salma", "--since", "2026-01-01").json
    assert [day["articles"] for day in figures["days"].values()] == [1]
    assert figures["time"]["seconds"] == 3725
    assert run("stats", project, "--json", "--until", "2001-01-01").json["days"] == {}
    out = run("stats", project).out
    assert re.search(r"at work +1:02:05", out)
    assert run("stats", project, "--since", "yesterday").code == 2


def test_check(run, project, annotated, tmp_path):
    assert run("check", project, annotated).code == 0
    (tmp_path / "bad.jsonl").write_text('{"text": "x", "entities": [{}]}\n', encoding="utf-8")
    result = run("check", tmp_path / "bad.jsonl", "--json")
    assert result.code == 1
    assert {p["line"] for p in result.json["problems"]} == {1}


def test_ctrl_c_leaves_nothing(run, project, tmp_path, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    before = sorted(tmp_path.iterdir())
    monkeypatch.setattr("annotator.services.export_run.left_out", interrupted)
    result = run("export", project, "-o", tmp_path / "out.jsonl")
    assert (result.code, result.err.lstrip()) == (2, "Error: Stopped; nothing was changed.\n")
    monkeypatch.setattr("annotator.services.importing._watched", interrupted)
    assert run("import", tmp_path / "new.annotator", project.with_suffix(".jsonl")).code == 2
    assert sorted(tmp_path.iterdir()) == before


def test_a_bug_is_one_line_and_a_log(run, annotated, home, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("اختبار")

    monkeypatch.setattr("annotator.services.check.check_paths", broken)
    result = run("check", annotated)
    assert result.code == 2
    assert "Traceback" not in result.err
    log = result.err.rpartition(" in ")[2].strip().rstrip(".")
    assert "RuntimeError: اختبار" in Path(log).read_text(encoding="utf-8")
    assert str(home) in log
    assert "RuntimeError" in run("--debug", "check", annotated).err


def test_cancelled_is_told(run, annotated, monkeypatch):
    def cancelled(*_, **__):
        raise Cancelled

    monkeypatch.setattr("annotator.services.check.check_paths", cancelled)
    assert run("check", annotated).code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["import"], "Missing argument 'PROJECT'"),
        (["export", "p", "-o", "x.bin"], "Give --format"),
        (["export", "p", "-o", "x.conll", "--map", "PER"], "PER=PERS"),
        (["export", "p", "-o", "x.conll", "--split", "80/30/10"], "no split"),
        (["export", "p", "-o", "x.conll", "--split", "a/b"], "no split"),
        (["--nonsense"], "No such option"),
        (["suggest", "x", "--json"], "needs -o FILE"),
    ],
)
def test_usage_errors_are_two_lines(words, said, run):
    result = run(*words)
    assert result.code == 2
    assert said in result.err
    assert len(result.err.splitlines()) <= 2


def test_words_that_are_no_command_are_paths_for_the_window(run, annotated, monkeypatch):
    opened = []
    monkeypatch.setattr(window, "open_window", lambda paths: opened.append(paths) or 0)
    assert run(annotated).code == 0
    assert run().code == 0
    assert opened == [[annotated], []]


def test_a_mistyped_command_is_told_before_anything_is_loaded(run):
    result = run("exprot", "x")
    assert (result.code, "no such file or command" in result.err) == (2, True)


def test_a_machine_without_the_libraries_of_a_window_is_told_what_to_do(
    run, annotated, monkeypatch
):
    missing = "libEGL.so.1: cannot open shared object file"

    def refused(name, *_):
        raise ImportError(missing, name="PySide6.QtGui")

    monkeypatch.setattr("builtins.__import__", _importing(refused))
    for words in ([annotated], ["demo"]):
        result = run(*words)
        assert result.code == 2
        assert missing in result.err
        assert "README" in result.err


def _importing(refused):
    """Return an import function that refuses the window."""
    real = __import__

    def importing(name, *rest):
        return refused(name) if name.startswith("annotator.ui") else real(name, *rest)

    return importing

"""``suggest`` and ``export`` in parts, as far as the command line goes: options, output, ending."""

from __future__ import annotations

import json
import sys

import pytest

from annotator.services.cluster import work
from tests.services.cluster.conftest import corpus, inline, results

__all__ = ["corpus", "inline"]  # fixtures


def test_suggest_in_parts(run, corpus, tmp_path, inline):
    out = tmp_path / "out"
    words = ("suggest", corpus, "-o", out, "--engine", "gazetteer", "--workers", "all", "--part", 5)
    result = run(*words)
    assert result.code == 0
    assert result.err.startswith("Suggested: 12 articles, ")
    assert result.err.endswith(" in 3 parts.\n")
    assert len(results(out).splitlines()) == 12
    told = run(*words, "--json").json
    assert told["articles"] == 12
    assert told["parts"] == {"total": 3, "done": 3, "failed": []}
    assert told["written"] == [str(out)]
    assert run(*words[:-1], 6).code == 2


def test_bad_lines_are_counted_where_they_are_many(run, tmp_path, inline):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "قال"}\n' + "{\n" * 30, encoding="utf-8")
    result = run("suggest", path, "-o", tmp_path / "out", "--workers", 1, "--engine", "gazetteer")
    *lines, more, _ = result.err.splitlines()
    assert result.code == 1
    assert lines[0] == f"{path}:2: The line is not JSON (column 2)."
    assert len(lines) == 10
    assert more == f"… and 20 more of this kind (json); {tmp_path / 'out'}/.annotator lists all."


def test_export_in_parts(run, corpus, tmp_path, inline):
    run("suggest", corpus, "-o", tmp_path / "s", "--engine", "gazetteer", "--workers", 2)
    words = ("export", tmp_path / "s", "-o", tmp_path / "e", "--workers", 2)
    result = run(*words, "--format", "conll2003", "--status", "suggested")
    assert result.code == 0
    assert "Written: 12 articles" in result.err
    assert "B-LOC" in results(tmp_path / "e").decode()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--workers", "2", "--scheduler", "tcp://x:1"], "--workers or --scheduler, not both"),
        (["--workers", "0"], "'0' is no number of workers"),
        (["--workers", "many"], "'many' is no number of workers"),
        (["--workers", "2", "--format", "jsonl", "--split", "80/10/10"], "--split needs a project"),
        (["--workers", "2", "--format", "jsonl", "--card"], "--card needs a project"),
        (["--workers", "2", "--check"], "--check needs a project"),
        (["--workers", "2", "--format", "jsonl"], "needs -o FOLDER"),
    ],
)
def test_what_does_not_go_together(run, corpus, words, told):
    result = run("export", corpus, *words)
    assert result.code == 2
    assert told in result.err


def test_without_dask_it_is_said_how_to_get_it(run, corpus, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    out = tmp_path / "out"
    result = run("suggest", corpus, "-o", out, "--engine", "gazetteer", "--workers", 2)
    first, second = result.err.splitlines()
    assert result.code == 2
    assert first == "Error: Work in parts needs Dask, which is not there."
    assert second == 'Install it: pip install "annotator[cluster]"'


def test_stopped(run, corpus, tmp_path, inline, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    out = tmp_path / "out"
    words = ("suggest", corpus, "-o", out, "--engine", "gazetteer", "--workers", 2)
    with monkeypatch.context() as patched:
        patched.setattr(work, "do_part", stop)
        result = run(*words)
    assert (result.code, result.err) == (
        2,
        f"Error: {out}: Stopped; the parts that are done stay.\nThe same command goes on.\n",
    )
    assert run(*words).code == 0


def test_the_time_of_suggestions(run, corpus, tmp_path):
    words = ("suggest", corpus, "--engine", "gazetteer", "--created", "2026-01-02T03:04:05Z")
    articles = [json.loads(line) for line in run(*words).out.splitlines()]
    times = {entity["created"] for article in articles for entity in article["entities"]}
    assert times == {"2026-01-02T03:04:05Z"}

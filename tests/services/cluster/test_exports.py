"""Exports in parts, worked on in this process: what one process would have written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.core.article import ArticleStatus
from annotator.core.entities import Status
from annotator.core.errors import UserError
from annotator.formats.base import WriteOptions
from annotator.services.cluster import ExportJob, jobs, work
from annotator.services.selection import Selection
from annotator.services.transfer import export, import_into
from annotator.storage import ProjectFile
from tests.services.cluster.conftest import lines_of, results, run


@pytest.fixture
def annotated(corpus, tmp_path, inline) -> Path:
    """Suggestions for the corpus, of which some are decided."""
    run(corpus, tmp_path / "suggested")
    path = tmp_path / "annotated.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for number, line in enumerate(results(tmp_path / "suggested").splitlines()):
            article = json.loads(line)
            article |= {"status": ["done", "new"][number % 2], "annotator": "salma"}
            for at, entity in enumerate(article["entities"]):
                entity["status"] = ["accepted", "accepted", "rejected"][at % 3]
            stream.write(json.dumps(article, ensure_ascii=False) + "\n")
    return path


@pytest.mark.parametrize("format_id", ["jsonl", "conll2003", "doccano", "conll2002"])
def test_an_export_is_that_of_a_project(annotated, tmp_path, inline, format_id):
    out = tmp_path / "out"
    selection = Selection(
        annotator="salma",
        articles=frozenset({ArticleStatus.DONE}),
        spans=frozenset({Status.ACCEPTED}),
    )
    report = run(annotated, out, ExportJob(format_id, WriteOptions(), selection))
    import_into(tmp_path / "p.annotator", [annotated])
    with ProjectFile.open(tmp_path / "p.annotator") as file:
        told = export(file, tmp_path / "single", format_id=format_id, selection=selection)
    made, single = results(out), (tmp_path / "single").read_bytes()
    if format_id == "conll2002":  # a line between two articles is none behind the last of a part
        made, single = (bytes.join(b"\n", data.split()) for data in (made, single))
    assert made == single
    assert (report.articles, report.entities) == (told.articles, told.entities)
    assert report.articles == 6
    assert report.is_clean == told.is_clean


def test_an_export_into_folders(annotated, tmp_path, inline):
    out = tmp_path / "out"
    job = ExportJob("huggingface-jsonl", WriteOptions(), Selection())
    stopped_at = run(annotated, out, job)
    assert stopped_at.articles == 12
    made = sorted(out.glob("part-*"))
    assert [path.name for path in made] == [f"part-0000{n}" for n in range(1, 5)]
    rows = [line for path in made for line in lines_of(path / "data.jsonl")]
    assert [json.loads(row)["id"] for row in rows] == [f"a{n}" for n in range(12)]
    (out / "part-00002" / "data.jsonl").unlink()
    inline.clear()
    assert run(annotated, out, job).is_clean == stopped_at.is_clean
    assert inline == [2]


def test_an_export_that_does_not_read_back_costs_its_part(annotated, tmp_path, inline, monkeypatch):
    def compare(self, part, made, path):
        if path.name == "part-00002.conll":
            raise UserError(work.message("The article {id} does not read back.", id="a3"))

    monkeypatch.setattr(jobs.ExportRun, "compare", compare)
    report = run(annotated, tmp_path / "out", ExportJob("conll2002", WriteOptions(), Selection()))
    assert [(each.part, each.reason) for each in report.failed] == [
        (2, "The article a3 does not read back.")
    ]
    assert len(list((tmp_path / "out").glob("part-*"))) == 3

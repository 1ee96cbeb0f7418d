"""Runs in parts, worked on in this process: what they bring, how they go on, what they refuse."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from annotator.core.errors import UserError
from annotator.core.progress import Cancelled, Progress
from annotator.services.cluster import (
    Reads,
    SuggestJob,
    Where,
    jobs,
    run_parts,
    running,
    work,
)
from annotator.services.presuggesting import presuggest
from annotator.services.transfer import import_into
from tests.services.cluster.conftest import (
    JOB,
    TIME,
    asked,
    lines_of,
    results,
    run,
    write_articles,
)


def ledger(out: Path) -> list[dict]:
    return list(map(json.loads, lines_of(out / ".annotator" / "done.jsonl")))


def test_the_parts_are_what_one_process_writes(corpus, tmp_path, inline):
    out, single = tmp_path / "out", tmp_path / "single.jsonl"
    report = run(corpus, out)
    told = presuggest([corpus], single, engines=JOB.engines, created=TIME)
    assert results(out) == single.read_bytes()
    assert (report.articles, report.entities, report.quotes) == (
        told.articles, told.entities, told.quotes
    )  # fmt: skip
    assert (report.articles, report.parts, report.now, report.is_clean) == (12, 5, 5, True)
    assert report.entities
    assert report.quotes
    assert sorted(path.name for path in out.iterdir()) == [
        ".annotator", *(f"part-0000{n}.jsonl" for n in range(1, 6))
    ]  # fmt: skip


def test_suggestions_bear_the_time_at_which_the_run_began(corpus, tmp_path, inline):
    out = tmp_path / "out"
    run(corpus, out, SuggestJob(("embedded",)))
    plan = json.loads((out / ".annotator" / "plan.json").read_bytes())
    times = {
        e["created"] for line in results(out).splitlines() for e in json.loads(line)["entities"]
    }
    assert times == {plan["created"]}


def test_parquet_in_row_groups(corpus, tmp_path, inline):
    pytest.importorskip("pyarrow")
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [json.loads(line) for path in sorted(corpus.iterdir()) for line in lines_of(path)]
    path = tmp_path / "corpus.parquet"
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=2)
    report = run(path, tmp_path / "out")
    presuggest([path], tmp_path / "single.jsonl", engines=JOB.engines, created=TIME)
    assert report.parts == 3
    assert results(tmp_path / "out") == (tmp_path / "single.jsonl").read_bytes()


def test_bad_lines_are_told_by_file_and_line(corpus, tmp_path, inline):
    bad = corpus / "a.jsonl"
    lines = bad.read_text(encoding="utf-8").splitlines()
    lines[5:5] = ['{"text": 1}', "{", ""]
    bad.write_text("\n".join(lines), encoding="utf-8")
    out = tmp_path / "out"
    report = run(corpus, out, reads=Reads("jsonl"))
    told = presuggest(
        [corpus], tmp_path / "single.jsonl", engines=JOB.engines, created=TIME, format_id="jsonl"
    )
    assert [(p.file, p.line, str(p)) for p in report.problems] == [
        (p.file, p.line, str(p)) for p in told.problems
    ]
    assert [problem.line for problem in report.problems] == [6, 7]
    assert (dict(report.counts), report.is_clean) == ({"type": 1, "json": 1}, False)
    assert results(out) == (tmp_path / "single.jsonl").read_bytes()
    kept = (out / ".annotator").glob("problems-*.jsonl")
    assert [json.loads(line)["line"] for path in kept for line in lines_of(path)] == [6, 7]


def test_only_the_first_problems_of_a_kind_travel(tmp_path, inline, monkeypatch):
    monkeypatch.setattr(work, "SHOWN", 2)
    monkeypatch.setattr(running, "SHOWN", 3)
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "قال"}\n' + "{\n" * 8, encoding="utf-8")
    report = run(path, tmp_path / "out")
    assert [problem.line for problem in report.problems] == [2, 3, 4]
    assert report.counts == {"json": 8}
    assert report.as_json()["counts"] == {"json": 8}
    assert [len(each["shown"]) for each in ledger(tmp_path / "out")] == [2, 2, 2]


# -- going on


class _StopAt(Progress):
    """Asks to stop at the first step from a number of articles on."""

    def __init__(self, articles: int) -> None:
        super().__init__(lambda done, total: self.cancel() if total and done >= articles else None)


def stopped(corpus: Path, out: Path, at: int = 6) -> None:
    with pytest.raises(Cancelled):
        run(corpus, out, progress=_StopAt(at))


def test_a_stopped_run_goes_on_where_it_was(corpus, tmp_path, inline):
    out = tmp_path / "out"
    stopped(corpus, out)
    before = {path.name: path.stat().st_mtime_ns for path in out.glob("part-*")}
    assert 1 < len(before) < 5
    done = [each["part"] for each in ledger(out)]
    inline.clear()
    steps: list[tuple[int, int | None]] = []
    report = run(corpus, out, progress=Progress(lambda *step: steps.append(step)))
    assert inline == [number for number in range(1, 6) if number not in done]
    assert (report.articles, report.now) == (12, 5 - len(done))
    assert (done, steps[0]) == ([1, 2, 3], (7, 12))
    assert steps[-1] == (12, 12)
    assert before.items() <= {p.name: p.stat().st_mtime_ns for p in out.glob("part-*")}.items()
    presuggest([corpus], tmp_path / "single.jsonl", engines=JOB.engines, created=TIME)
    assert results(out) == (tmp_path / "single.jsonl").read_bytes()


def test_a_finished_run_tells_again_and_does_nothing(corpus, tmp_path, inline):
    first = run(corpus, tmp_path / "out")
    inline.clear()
    again = run(corpus, tmp_path / "out")
    assert inline == []
    assert again.now == 0
    assert again.as_json() == first.as_json()


def test_a_crash_in_the_middle_of_a_line_costs_that_part(corpus, tmp_path, inline):
    out = tmp_path / "out"
    run(corpus, out)
    path = out / ".annotator" / "done.jsonl"
    path.write_bytes(path.read_bytes()[:-9])
    (out / ".part-00002.jsonl.0a1b2c3d.part").write_bytes(b"half")
    (out / "part-00003.jsonl").write_bytes(b"short")
    (out / "part-00004.jsonl").unlink()
    inline.clear()
    report = run(corpus, out)
    assert inline == [3, 4, 5]
    assert (report.articles, report.is_clean) == (12, True)
    assert len(list(out.iterdir())) == 6
    inline.clear()
    run(corpus, out)
    assert inline == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            {"job": SuggestJob(("embedded",), created=TIME)},
            "engines embedded, quotes, now it is e",
        ),
        ({"job": SuggestJob(JOB.engines)}, f"created {TIME}, now it is -"),
        ({"reads": Reads(None, "cp1256")}, "encoding -, now it is cp1256"),
        ({"articles": 4}, "articles a part 3, now it is 4"),
    ],
)
def test_other_options_are_refused(corpus, tmp_path, inline, change, told):
    stopped(corpus, tmp_path / "out")
    with pytest.raises(UserError, match=told):
        run_parts(asked(corpus, tmp_path / "out")._replace(**change), Where())


def test_another_model_is_refused(corpus, tmp_path, inline, monkeypatch):
    stopped(corpus, tmp_path / "out")
    monkeypatch.setattr(jobs, "folder_digest", lambda folder: "other")
    with pytest.raises(UserError, match=r"has embedded [0-9a-f]{64}, now it is other"):
        run(corpus, tmp_path / "out")


def test_changed_input_is_refused(corpus, tmp_path, inline):
    out = tmp_path / "out"
    stopped(corpus, out)
    file, data = corpus / "b.jsonl", (corpus / "b.jsonl").read_bytes()
    os.utime(file, (1, 1))  # the same in a copy
    stopped(corpus, out, 9)
    file.write_bytes(data.replace("باريس".encode(), "لندنن".encode()))
    with pytest.raises(UserError, match=r"b\.jsonl: The file has changed since\.\nPut the input"):
        run(corpus, out)
    file.write_bytes(data + b"\n")
    with pytest.raises(UserError, match=r"changed since"):
        run(corpus, out)
    file.unlink()
    with pytest.raises(UserError, match=r"b\.jsonl: The file is gone"):
        run(corpus, out)
    file.write_bytes(data)
    write_articles(corpus / "c.jsonl", 20, 1)
    with pytest.raises(UserError, match=r"c\.jsonl: The file has come since"):
        run(corpus, out)
    (corpus / "c.jsonl").write_bytes(b"")
    assert run(corpus, out).articles == 12


def test_input_that_changes_under_the_run_is_refused(corpus, tmp_path, inline, monkeypatch):
    file = corpus / "b.jsonl"

    def spoil(done: int, total: int | None) -> None:
        if total == 12 and done >= 3:
            file.write_bytes(file.read_bytes().replace(b"a8", b"a9"))

    with pytest.raises(UserError, match=r"b\.jsonl:1-3: The file has changed since"):
        run(corpus, tmp_path / "out", progress=Progress(spoil))


def test_force_begins_anew(corpus, tmp_path, inline):
    out = tmp_path / "out"
    run(corpus, out)
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    write_articles(corpus / "b.jsonl", 7, 1)
    report = run(corpus, out, force=True)
    assert (report.articles, report.parts) == (8, 4)
    assert len(list(out.glob("part-*"))) == 4
    assert (out / "notes.txt").exists()


def test_force_costs_nothing_where_there_is_no_input(corpus, tmp_path, inline):
    out = tmp_path / "out"
    run(corpus, out)
    before = results(out)
    with pytest.raises(UserError, match=r"corpse"):
        run(tmp_path / "corpse", out, force=True)
    assert results(out) == before
    assert run(corpus, out).now == 0


@pytest.mark.parametrize("plan", ["{", "[]", '{"format": "annotator-run/1"}', '{"format": 7}'])
def test_a_damaged_plan_is_told_and_force_begins_anew(corpus, tmp_path, inline, plan):
    out = tmp_path / "out"
    run(corpus, out)
    (out / ".annotator" / "plan.json").write_text(plan, encoding="utf-8")
    with pytest.raises(UserError, match="cannot go on"):
        run(corpus, out)
    assert run(corpus, out, force=True).is_clean


# -- parts that fail


def test_a_part_that_fails_is_listed_and_tried_again_alone(corpus, tmp_path, inline, monkeypatch):
    out = tmp_path / "out"

    def dealt(client, errand, parts):
        for part in parts:
            failed = work.Done(part.number, failed="the worker died each time (3 times)")
            yield part, failed if part.number == 4 else work.do_part(errand, part)

    with monkeypatch.context() as patched:
        patched.setattr(running, "_dealt", dealt)
        report = run(corpus, out)
    assert [tuple(each) for each in report.failed] == [
        (4, f"{corpus / 'b.jsonl'}:1-3", "the worker died each time (3 times)")
    ]
    assert (report.is_clean, report.articles) == (False, 9)
    assert report.as_json()["parts"] == {
        "total": 5,
        "done": 4,
        "failed": [report.failed[0]._asdict()],
    }
    inline.clear()
    assert run(corpus, out).is_clean
    assert inline == [4]


def test_a_fault_of_the_program_names_the_article(corpus, tmp_path, inline, monkeypatch):
    def suggested(article, way):
        if article.id == "a4":
            raise IndexError("string index out of range")
        raise AssertionError

    monkeypatch.setattr(jobs, "suggested_anew", suggested)
    write_articles(corpus / "a.jsonl", 4, 1)
    with pytest.raises(RuntimeError, match=r"IndexError: .* \(article 1 of the part, 'a4'\)"):
        run(corpus, tmp_path / "out")


def test_a_worker_that_lacks_an_engine_stops_the_run(corpus, tmp_path, inline):
    with pytest.raises(UserError, match="There is no engine tarot"):
        run(corpus, tmp_path / "out", SuggestJob(("tarot",)))


def test_a_worker_with_another_program_stops_the_run(corpus, tmp_path, inline, monkeypatch):
    dealt = running._dealt

    def elsewhere(client, errand, parts):
        yield from dealt(client, errand._replace(identity={"annotator": "0.0"}), parts)

    monkeypatch.setattr(running, "_dealt", elsewhere)
    with pytest.raises(UserError, match=r"A worker has annotator .*, and the run has 0\.0"):
        run(corpus, tmp_path / "out")


def test_a_worker_that_does_not_see_the_folder_stops_the_run(corpus, tmp_path, inline, monkeypatch):
    dealt = running._dealt

    def elsewhere(client, errand, parts):
        yield from dealt(client, errand._replace(folder=tmp_path / "not here"), parts)

    monkeypatch.setattr(running, "_dealt", elsewhere)
    with pytest.raises(UserError, match="A worker does not see the folder of the results"):
        run(corpus, tmp_path / "out")


# -- folders


def test_a_folder_of_something_else_is_left_alone(corpus, tmp_path, inline):
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("mine", encoding="utf-8")
    for force in (False, True):
        with pytest.raises(UserError, match="files of other origin"):
            run(corpus, out, force=force)
    assert [path.name for path in out.iterdir()] == ["thesis.txt"]
    with pytest.raises(UserError, match="This is a file"):
        run(corpus, out / "thesis.txt")


def test_results_do_not_lie_among_the_input(corpus, tmp_path, inline):
    for out in (corpus, corpus / "out"):
        with pytest.raises(UserError, match="would lie among what is read"):
            run(corpus, out)


def test_what_is_read_does_not_lie_among_the_results(corpus, tmp_path, inline):
    out = tmp_path / "out"
    run(corpus, out)
    before = results(out)
    with pytest.raises(UserError, match="would lie among what is read"):
        run(sorted(out.glob("part-*")), out, force=True)
    assert results(out) == before


def test_one_run_a_folder(corpus, tmp_path, inline, monkeypatch):
    def dealt(client, errand, parts):
        with pytest.raises(UserError, match="Another run writes to this folder"):
            run(corpus, tmp_path / "out")
        yield from ((part, work.do_part(errand, part)) for part in parts)

    monkeypatch.setattr(running, "_dealt", dealt)
    assert run(corpus, tmp_path / "out").is_clean


def test_what_cannot_be_cut_is_named(tmp_path, inline):
    path = tmp_path / "a.txt"
    path.write_text("قال الوزير.", encoding="utf-8")
    with pytest.raises(UserError, match=r"a\.txt: Files of the format text cannot be cut"):
        run(path, tmp_path / "out")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError, match="There is no article to work on"):
        run(tmp_path / "empty", tmp_path / "out")


def test_the_results_are_read_as_articles_and_nothing_else_is(corpus, tmp_path, inline):
    run(corpus, tmp_path / "out")
    report = import_into(tmp_path / "p.annotator", [tmp_path / "out"])
    assert (report.articles, report.problems) == (12, [])

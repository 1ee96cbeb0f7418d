"""What comes too late: a task of a run that was begun anew, a file that goes as it is looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.errors import UserError
from annotator.core.progress import Progress
from annotator.services.cluster import ARTICLES, Asked, Reads, SuggestJob, plan, work
from annotator.services.cluster.ledger import Ledger
from tests.services.cluster.conftest import JOB, run


def test_a_task_that_still_runs_puts_nothing_into_a_folder_begun_anew(
    corpus, tmp_path, inline, monkeypatch
):
    out = tmp_path / "out"
    run(corpus, out)
    before = (out / ".annotator" / "run-id").read_text(encoding="utf-8")
    (part, *_) = plan.parts_of(plan.inputs_of([corpus], 3, Reads(), Progress()), Reads())
    job = JOB.at("2026-01-02T03:04:05Z")
    late = work.Errand(before, job, {}, out.absolute(), 5)
    suggest = SuggestJob.write

    def begun_anew_meanwhile(self, articles, made, path):
        report = suggest(self, articles, made, path)
        Ledger(out).drop()  # and the half of this task stays for a moment
        return report

    monkeypatch.setattr(SuggestJob, "write", begun_anew_meanwhile)
    done = work.do_part(late, part)
    assert done.stop is not None
    assert "Another run" in done.stop[0]
    assert list(out.glob("part-*")) == []
    work.mark(late._replace(run="another"))
    assert work.do_part(late, part).stop is not None
    assert list(out.glob("part-*")) == []


def vanishing(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    """Let a file go between the listing of its folder and a look at it."""
    files = plan._files

    def listed(paths):
        found = files(paths)
        file.unlink(missing_ok=True)
        return found

    monkeypatch.setattr(plan, "_files", listed)


def test_a_file_that_goes_while_a_run_is_planned_is_told(corpus, monkeypatch):
    vanishing(monkeypatch, corpus / "b.jsonl")
    with pytest.raises(UserError, match=r"b\.jsonl: There is no such file"):
        plan.inputs_of([corpus], 3, Reads(), Progress())


def test_a_file_that_goes_while_a_run_goes_on_is_told(corpus, monkeypatch):
    planned = plan.inputs_of([corpus], 3, Reads(), Progress())
    vanishing(monkeypatch, corpus / "b.jsonl")
    with pytest.raises(UserError, match=r"b\.jsonl: There is no such file"):
        plan.check_unchanged(planned, [corpus], 3, Reads())
    with pytest.raises(UserError, match=r"b\.jsonl: There is no such file"):
        plan.input_of(corpus / "b.jsonl", 3, Reads())


def test_parts_are_of_one_size_wherever_they_are_asked_for(tmp_path):
    from annotator.cli.program import program

    command = program.get_command(None, "suggest")
    (part,) = (option for option in command.params if option.name == "part")
    assert part.default == Asked(JOB, [], tmp_path).articles == ARTICLES

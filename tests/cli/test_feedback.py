"""``annotator feedback`` and the page of ``annotator compare``."""

from __future__ import annotations

from pathlib import Path

from annotator.bundled import seeds
from annotator.core.verdicts import Choice, Fault
from annotator.review.settling import Ruling
from annotator.services.reviews import make_review

SEEDS = [seeds() / "review" / "salma.jsonl", seeds() / "review" / "yusuf.jsonl"]


def test_compare_writes_a_page(run, tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    result = run("compare", *SEEDS, "--html", out, "--language", "en", "--json")
    assert result.code == 0
    assert len(result.json["disagreements"]) == 13
    assert out.read_text(encoding="utf-8").count('class="difference"') == 13
    assert run("compare", *SEEDS, "--html", out).code == 2
    assert run("compare", *SEEDS, "--html", out, "--anonymous", "--force").code == 0
    assert "salma" not in out.read_text(encoding="utf-8")


def test_feedback_writes_a_file_for_each(run, tmp_path: Path) -> None:
    path, out = tmp_path / "r.annotator", tmp_path / "back"
    review = make_review(path, SEEDS, reviewer="noor")
    row = next(row for row in review.rows() if row.text == "البيت ألأبيض")
    review.decide(row.article, row.key, Ruling(Choice.TAKEN, ("salma",), fault=Fault.GUIDELINE))
    review.close()
    record = run("feedback", path, "-o", out, "--json").json
    assert [one["corrections"] for one in record["colleagues"]] == [0, 1]
    assert all(Path(file).exists() for one in record["colleagues"] for file in one["written"])
    assert record["gaps"] == 1
    assert run("feedback", path, "-o", out).code == 2
    again = run("feedback", path, "-o", out, "--force", "--anonymous", "--language", "en")
    assert again.code == 0
    assert "yusuf: 1 corrections, 12 not decided" in again.out
    assert "noor" not in (out / "yusuf.jsonl").read_text(encoding="utf-8")


def test_what_is_no_review_is_told(run, tmp_path: Path) -> None:
    run("import", tmp_path / "p.annotator", SEEDS[0])
    result = run("feedback", tmp_path / "p.annotator", "-o", tmp_path / "back")
    assert result.code == 2
    assert "no review" in result.err

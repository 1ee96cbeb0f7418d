"""``annotator export``: its options are those of the table, and a check writes nothing."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

from annotator.config.export_options import EXPORT_OPTIONS
from annotator.formats import FORMATS
from annotator.services.export_options import DEFAULTS


def test_a_check_lists_losses_with_counts_and_places_and_writes_nothing(run, project, tmp_path):
    before = sorted(path.name for path in tmp_path.iterdir())
    result = run("export", project, "--format", "conll2002", "--check", "--json")
    report = result.json
    assert result.code == 1
    assert report["counts"]["quote"] == 1
    assert report["dropped"]["article_annotator"] == 1
    (quote,) = [one for one in report["problems"] if one["kind"] == "quote"]
    assert (quote["article"], quote["id"], quote["text"]) == ("a1", "q1", "لن نقبل التهديد»"[:16])
    assert quote["before"].endswith("«")
    assert report["written"] == []
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_check_in_words(run, project):
    result = run("export", project, "--format", "conll2002", "--check")
    assert "The format has no quotes; left out." in result.err
    assert "The format does not keep whose work it is; left out: 1." in result.err
    assert "Nothing was written." in result.err


def test_a_place_to_write_to_is_asked_for(run, project):
    result = run("export", project, "--format", "jsonl")
    assert result.code == 2
    assert "--out" in result.err


def test_every_option_of_the_table_has_its_flag(run):
    said = run("export", "--help").out
    for option in EXPORT_OPTIONS:
        assert option.flag.partition("/")[0] in said, option.flag
    assert DEFAULTS.keys() == {option.name for option in EXPORT_OPTIONS}


def test_options_go_through(run, project, tmp_path):
    out = tmp_path / "o.jsonl"
    words = ["--spans", "all", "--map", "PER=PERS", "--meta", "none", "--shuffle", "--seed", "4"]
    result = run("export", project, "-o", out, *words, "--card", "--licence", "CC0-1.0", "--json")
    assert result.json["written"] == [str(out), str(tmp_path / "o.README.md")]
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    (given,) = [line for line in lines if line["id"] == "a1"]
    assert [entity["label"] for entity in given["entities"]] == ["PERS", "PERS", "LOC", "MISC"]
    card = (tmp_path / "o.README.md").read_text(encoding="utf-8")
    assert "CC0-1.0" in card
    assert "PER=PERS" in card
    assert "Shuffled: seed 4" in card


def test_finished_articles_alone(run, project, tmp_path):
    out = tmp_path / "o.jsonl"
    assert (
        run("export", project, "-o", out, "--articles", "finished", "--json").json["articles"] == 1
    )


def test_formats_are_listed(run):
    rows = {row["id"]: row for row in run("formats", "--json").json}
    assert rows.keys() == {format_.id for format_ in FORMATS}
    assert (rows["html"]["read"], rows["html"]["written"]) == (False, True)
    assert rows["brat"]["folder"]
    said = run("formats").out
    assert "conll2002" in said
    assert "read, written" in said


def test_label_studio_is_told_the_labels_of_a_project(run, project):
    root = ET.fromstring(run("formats", "--label-config", project).out)
    shown = [label.get("value") for label in root.iter("Label")]
    assert shown[:2] == ["PER", "LOC"]
    assert "QUOTE" in shown

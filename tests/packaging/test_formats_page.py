"""The page of formats says what they do, and nothing that they do no more."""

from __future__ import annotations

from annotator.formats import FORMATS, writers


def test_the_page_is_true(formats_page):
    assert formats_page.main(["--check"]) == 0, "run packaging/formats_page.py"


def test_a_table_that_is_not_true_is_told(formats_page, monkeypatch, tmp_path, capsys):
    text = formats_page.PAGE.read_text(encoding="utf-8")
    page = tmp_path / "formats.md"
    page.write_text(text.replace("UTF-16 units", "bytes"), encoding="utf-8")
    monkeypatch.setattr(formats_page, "PAGE", page)
    assert formats_page.main(["--check"]) == 1
    assert "formats_page.py" in capsys.readouterr().out
    assert formats_page.main([]) == 0
    assert page.read_text(encoding="utf-8") == text


def test_every_format_says_what_its_offsets_count(formats_page):
    assert formats_page.OFFSETS.keys() == {format_.id for format_ in FORMATS}


def test_no_probe_is_for_nothing(formats_page):
    """Each kind of record is lost by some format and carried by another."""
    found = [formats_page.carried(format_) for format_ in writers()]
    for probe in formats_page.PROBES:
        assert any(one[probe] for one in found), probe

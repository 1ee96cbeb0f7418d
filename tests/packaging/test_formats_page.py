"""The page of formats says what they do, and nothing that they do no more."""

from __future__ import annotations

from annotator.formats import FORMATS, writers


def test_every_format_says_what_its_offsets_count(formats_page):
    assert formats_page.OFFSETS.keys() == {format_.id for format_ in FORMATS}


def test_no_probe_is_for_nothing(formats_page):
    """Each kind of record is lost by some format and carried by another."""
    found = [formats_page.carried(format_) for format_ in writers()]
    for probe in formats_page.PROBES:
        assert any(one[probe] for one in found), probe

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.config.labelsets import load_label_set
from annotator.core.errors import UserError
from annotator.core.guidelines import section_about
from annotator.services.guidelines import (
    GUIDELINES,
    MOST_BYTES,
    default_guidelines,
    guidelines,
    keep_guidelines,
    read_guidelines,
    write_guidelines,
)
from annotator.services.project import create_project, open_project


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_shipped_text_has_a_section_for_every_default_label_and_for_quotes(language: str):
    text = default_guidelines(language)
    for label in load_label_set():
        section = section_about(text, (label.id, *label.names.values()))
        assert section is not None, label.id
        assert "**" in section.text
    assert section_about(text, ("Quote", "اقتباس")) is not None


def test_an_unknown_language_reads_english():
    assert default_guidelines("xx") == default_guidelines("en")


def test_a_project_keeps_its_own_text_and_the_shipped_one_is_not_kept(tmp_path: Path):
    path = tmp_path / "p.annotator"
    with create_project(path) as project:
        assert guidelines(project, "ar") == default_guidelines("ar")
        keep_guidelines(project, "# لنا", "ar")
    with open_project(path) as project:
        assert guidelines(project, "en") == "# لنا"
        keep_guidelines(project, default_guidelines("en"), "en")
        assert project.state(GUIDELINES) is None
        assert guidelines(project, "ar") == default_guidelines("ar")


def test_a_markdown_file_goes_out_and_comes_back(tmp_path: Path):
    path = tmp_path / "g.md"
    write_guidelines(path, "# إرشادات\n")
    write_guidelines(path, "# إرشادات أخرى\n")
    assert path.read_bytes().decode() == "# إرشادات أخرى\n"
    assert read_guidelines(path) == "# إرشادات أخرى\n"
    path.write_bytes(b"\xef\xbb\xbf# a\r\n")
    assert read_guidelines(path) == "# a\n"


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a" * (MOST_BYTES + 1), None])
def test_what_is_no_guideline_is_refused(tmp_path: Path, data: bytes | None):
    path = tmp_path / "g.md"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UserError):
        read_guidelines(path)

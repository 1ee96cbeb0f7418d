"""The pages that tables of the program give are true, and name everything that they are about."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from annotator.cli.program import COMMANDS
from annotator.config.labelsets import load_label_set
from annotator.config.settings import SETTINGS
from annotator.formats import FORMATS
from annotator.ui.actions.review import review_actions
from annotator.ui.actions.table import actions_for

DOCS = Path(__file__).parents[2] / "docs"


def test_the_pages_are_true(pages: ModuleType) -> None:
    assert pages.main(["--check"]) == 0, "run packaging/pages.py"


def test_a_page_that_is_not_true_is_told(
    pages: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for page in {part.page for part in pages.PARTS}:
        (tmp_path / page).parent.mkdir(exist_ok=True)
        (tmp_path / page).write_bytes((DOCS / page).read_bytes())
    formats = tmp_path / "formats.md"
    text = formats.read_text(encoding="utf-8")
    formats.write_text(text.replace("UTF-16 units", "bytes"), encoding="utf-8")
    monkeypatch.setattr(pages, "DOCS", tmp_path)
    assert pages.main(["--check"]) == 1
    assert "docs/formats.md" in capsys.readouterr().out
    assert pages.main([]) == 0
    assert formats.read_text(encoding="utf-8") == text


def test_a_page_without_the_marks_is_refused(pages: ModuleType) -> None:
    with pytest.raises(ValueError, match="<!-- keys -->"):
        pages.with_part("# Keys\n", "keys", "…")


@pytest.mark.parametrize("language", ["", "ar/"])
def test_every_key_and_setting_is_documented(language: str) -> None:
    keys = (DOCS / f"{language}keys.md").read_text(encoding="utf-8")
    labels = load_label_set()
    specs = [*actions_for(labels, "en"), *review_actions("AB", labels, "en")]
    for spec in specs:
        for key in spec.keys:
            assert f"<kbd>{key}</kbd>" in keys, spec.id
    settings = (DOCS / f"{language}settings.md").read_text(encoding="utf-8")
    for setting in SETTINGS:
        assert f"`{setting.key}`" in settings


def test_every_command_and_format_is_documented() -> None:
    commands = (DOCS / "commands.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f"### `annotator {name}`" in commands
    formats = (DOCS / "formats.md").read_text(encoding="utf-8")
    for format_ in FORMATS:
        assert f"| `{format_.id}` |" in formats

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from annotator.config.settings import ANNOTATOR, LANGUAGE, RECENT_PROJECTS, SETTINGS, THEME
from annotator.config.store import Settings, settings_path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def test_every_setting_is_said_for_people_and_its_default_fits() -> None:
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)
    for setting in SETTINGS:
        assert str(setting.title)
        assert str(setting.description)
        assert setting.parse(setting.default) == setting.default


def test_without_a_file_all_is_default_and_nothing_is_said(path: Path) -> None:
    settings = Settings(path)
    assert [settings[setting] for setting in SETTINGS] == [s.default for s in SETTINGS]
    assert settings.notices == []
    assert not path.exists()


def test_values_come_back(path: Path) -> None:
    settings = Settings(path)
    settings[LANGUAGE] = "ar"
    settings[ANNOTATOR] = "سلمى"
    settings[RECENT_PROJECTS] = ("/a/أخبار.annotator", "/b.annotator")
    again = Settings(path)
    assert again[LANGUAGE] == "ar"
    assert again[ANNOTATOR] == "سلمى"
    assert again[RECENT_PROJECTS] == ("/a/أخبار.annotator", "/b.annotator")
    assert again[THEME] == THEME.default


def test_only_what_differs_is_written_and_comments_stay(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('# mine\n[window]\nlanguage = "en" # for now\nlater = 3\n', encoding="utf-8")
    settings = Settings(path)
    settings[THEME] = "dark"
    settings[THEME] = THEME.default
    text = path.read_text(encoding="utf-8")
    assert "theme" not in text
    assert "# mine" in text
    assert "# for now" in text
    assert "later = 3" in text


@pytest.mark.parametrize("bad", ['"fr"', "3", "true", "[1]", "{a = 1}"])
def test_one_bad_value_costs_that_value_alone(path: Path, bad: str) -> None:
    path.parent.mkdir()
    path.write_text(f'window.language = {bad}\nwindow.theme = "dark"\n', encoding="utf-8")
    settings = Settings(path)
    assert settings[LANGUAGE] == LANGUAGE.default
    assert settings[THEME] == "dark"
    [notice] = settings.notices
    assert "window.language" in str(notice)
    assert notice.file == str(path)


@pytest.mark.parametrize("content", [b"[window", b"\xff\xfe\x00window"])
def test_a_broken_file_is_reported_and_set_aside_not_overwritten(
    path: Path, content: bytes
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    settings = Settings(path)
    assert settings[LANGUAGE] == LANGUAGE.default
    assert [notice.kind for notice in settings.notices] == ["settings-unreadable"]
    settings[LANGUAGE] = "ar"
    assert Settings(path)[LANGUAGE] == "ar"
    assert path.with_suffix(".broken.toml").read_bytes() == content


def test_a_home_that_cannot_be_written_costs_only_the_memory(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    settings = Settings(blocked / "settings.toml")
    settings[LANGUAGE] = "ar"
    assert settings[LANGUAGE] == "ar"
    assert "settings-unwritable" in [notice.kind for notice in settings.notices]


def test_no_half_written_file_is_left(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(path)
    settings[LANGUAGE] = "ar"
    before = path.read_bytes()

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    settings[THEME] = "dark"
    assert settings[THEME] == "dark"
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_a_value_that_does_not_fit_is_refused(path: Path) -> None:
    with pytest.raises(ValueError, match=r"window\.language"):
        Settings(path)[LANGUAGE] = "fr"


def test_a_table_in_the_place_of_a_value_survives_a_write(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("window = 3\n", encoding="utf-8")
    settings = Settings(path)
    settings[LANGUAGE] = "ar"
    assert Settings(path)[LANGUAGE] == "ar"


@pytest.mark.skipif(sys.platform != "linux", reason="the place is another elsewhere")
def test_the_file_is_in_the_users_config_folder(home: Path) -> None:
    assert settings_path() == home / "config" / "annotator" / "settings.toml"

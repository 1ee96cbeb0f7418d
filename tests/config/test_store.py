from __future__ import annotations

import sys
from pathlib import Path

import pytest

from annotator.config.settings import (
    ANNOTATOR,
    KEYS,
    LANGUAGE,
    PAGES,
    RECENT_PROJECTS,
    SETTINGS,
    THEME,
    WEAKEST,
)
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


def test_a_table_of_lists_comes_back_whole(path: Path) -> None:
    settings = Settings(path)
    settings[KEYS] = {"record.accept": ("Y", "Ctrl+'"), "quote.add": ()}
    assert Settings(path)[KEYS] == {"record.accept": ("Y", "Ctrl+'"), "quote.add": ()}
    settings[KEYS] = {"quote.add": ("W",)}
    assert "record.accept" not in path.read_text(encoding="utf-8")
    assert Settings(path)[KEYS] == {"quote.add": ("W",)}
    settings[KEYS] = {}
    assert "keys" not in path.read_text(encoding="utf-8")


def test_in_a_table_a_line_that_does_not_fit_costs_that_line_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(
        '[keys]\n"record.accept" = "Y"\n"quote.add" = [3]\n"quote.end" = []\n', encoding="utf-8"
    )
    settings = Settings(path)
    assert settings[KEYS] == {"record.accept": ("Y",), "quote.end": ()}
    assert [notice.kind for notice in settings.notices] == ["settings-value"]
    assert "keys.quote.add" in str(settings.notices[0].message)


@pytest.mark.parametrize("bad", [-1, 101])
def test_a_number_out_of_bounds_gives_way_to_its_default(path: Path, bad: int) -> None:
    path.parent.mkdir()
    path.write_text(f"suggest.weakest = {bad}\n", encoding="utf-8")
    settings = Settings(path)
    assert settings[WEAKEST] == WEAKEST.default
    assert len(settings.notices) == 1
    with pytest.raises(ValueError, match="weakest"):
        settings[WEAKEST] = bad


def test_every_listed_setting_is_on_one_page() -> None:
    listed = [setting.key for page in PAGES for setting in page.settings()]
    assert sorted(listed) == sorted(setting.key for setting in SETTINGS if setting.listed)

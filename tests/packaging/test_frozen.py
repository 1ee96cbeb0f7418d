"""What the frozen program is made of: its tables, what is pruned, what it asks of a system."""

from __future__ import annotations

import configparser
import importlib
import json
import plistlib
import re
import sys
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml

import annotator

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"


@pytest.fixture
def script(monkeypatch):
    """Import a script of packaging/, which may import its neighbours."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    before = set(sys.modules)
    yield importlib.import_module
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(PACKAGING)):
            del sys.modules[name]


def _entry(target: str, kind: str = "BINARY") -> tuple[str, str, str]:
    return (target, f"/from/{target}", kind)


def test_the_version_stands_in_one_place(script):
    assert script("frozen").version() == annotator.__version__
    assert script("release").metainfo() == ""


def test_a_changelog_without_the_version_is_told(script):
    release = script("release")
    version = annotator.__version__
    assert version in release.changelog("# Changelog\n\n## Unreleased\n")
    assert release.changelog(f"## Unreleased\n\n## {version} - 2026-11-22\n") == ""


def test_a_picture_that_a_page_shows_and_is_not_there_is_told(script, tmp_path: Path):
    release = script("release")
    (tmp_path / "page.md").write_text("![a](here.png) ![b](gone.png)", encoding="utf-8")
    (tmp_path / "here.png").touch()
    told = release.pictures(tmp_path)
    assert "page.md: gone.png" in told
    assert "here.png" not in told
    assert release.pictures() == release.licences() == ""


def test_spans_read_back_are_compared_as_strings(script, tmp_path: Path):
    roundtrips = script("roundtrips")
    held = roundtrips.Held([("PER", "مايك بومبيو")], [])
    entity = {"start": 0, "end": 11, "label": "PER", "status": "accepted"}
    file = tmp_path / "file.jsonl"
    file.write_text(json.dumps({"text": "مايك بومبيو", "entities": [entity]}), encoding="utf-8")
    roundtrips.compare_jsonl(file, held)
    entity["end"] = 10
    file.write_text(json.dumps({"text": "مايك بومبيو", "entities": [entity]}), encoding="utf-8")
    with pytest.raises(script("installed").BrokenError, match="jsonl"):
        roundtrips.compare_jsonl(file, held)


def test_plugins_go_with_the_libraries_that_only_they_need(script):
    needs = {
        "/from/PySide6/QtCore.abi3.so": ["libQt6Core.so.6", "libc.so.6"],
        "/from/PySide6/Qt/plugins/platforms/libqxcb.so": ["libQt6XcbQpa.so.6"],
        "/from/PySide6/Qt/plugins/platformthemes/libqgtk3.so": ["libgtk-3.so.0"],
        "/from/PySide6/Qt/lib/libQt6XcbQpa.so.6": ["libX11.so.6"],
    }
    kept = [
        _entry("PySide6/QtCore.abi3.so", "EXTENSION"),
        _entry("PySide6/Qt/plugins/platforms/libqxcb.so"),
        _entry("PySide6/Qt/lib/libQt6Core.so.6"),
        _entry("PySide6/Qt/lib/libQt6XcbQpa.so.6"),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        _entry("libpython3.11.so.1.0"),
        _entry("torch/lib/libtorch_global_deps.so"),  # opened by name: nothing links to it
    ]
    gone = [
        _entry("torch/test/test_api"),
        _entry("PySide6/Qt/plugins/platformthemes/libqgtk3.so"),
        _entry("libgtk-3.so.0"),
        _entry("libX11.so.6"),
        ("libgtk-3.so", "libgtk-3.so.0", "SYMLINK"),
    ]
    pruned = script("pruning").pruned(
        [*gone, *kept],
        plugins={"platforms": ("qxcb",)},
        of_system={"libX11.so.6"},
        imports=lambda path: needs.get(path, []),
    )
    assert pruned == kept


def test_only_our_languages_of_qt_are_taken(script):
    frozen = script("frozen")
    folder = "PySide6/Qt/translations"
    own = [_entry(f"{folder}/qtbase_ar.qm", "DATA"), _entry("annotator/translations/a.qm", "DATA")]
    others = [_entry(f"{folder}/qtbase_de.qm", "DATA"), _entry(f"{folder}/qt_ar.qm", "DATA")]
    assert script("pruning").without_translations([*own, *others], frozen.LANGUAGES) == own


def test_what_is_neither_bundled_nor_of_the_system_stops_the_package(script):
    libraries, frozen = script("libraries"), script("frozen")
    needed = libraries.Needs(frozenset({"libc.so.6", "libX11.so.6"}), "2.35")
    depends = libraries.packages(needed, frozen.SYSTEM_LIBRARIES)
    assert depends == ["libc6 (>= 2.35)", "libx11-6"]
    with pytest.raises(LookupError, match="libstrange"):
        libraries.packages(libraries.Needs(frozenset({"libstrange.so"}), "2.35"), {})


def test_what_is_left_out_is_found(script, tmp_path: Path):
    lite = script("frozen").FLAVOURS["lite"]
    (tmp_path / "_internal" / "torch").mkdir(parents=True)
    (tmp_path / "_internal" / "numpy").mkdir()
    assert lite.holds_excluded(tmp_path) == ["torch"]


def test_archives_are_the_same_bytes_each_time(script, tmp_path: Path):
    archives, frozen = script("archives"), script("frozen")
    folder = tmp_path / "annotator"
    folder.mkdir()
    (folder / "annotator").write_text("x")
    made = archives.Made(frozen.FLAVOURS["lite"], folder, tmp_path, 1_000_000)
    first = archives.tar_gz(made, tmp_path).read_bytes()
    (folder / "annotator").touch()
    assert archives.tar_gz(made, tmp_path).read_bytes() == first


def test_the_desktop_description_fits_the_entry(script):
    component = ET.parse(PACKAGING / "linux" / "annotator.metainfo.xml").getroot()
    assert component.findtext("id") == script("frozen").IDENTIFIER
    assert component.findtext("launchable") == "annotator.desktop"
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(PACKAGING / "linux" / "annotator.desktop", encoding="utf-8")
    categories = {each.text for each in component.iterfind("categories/category")}
    assert categories == set(filter(None, entry["Desktop Entry"]["Categories"].split(";")))
    assert component.findtext("provides/mediatype") in entry["Desktop Entry"]["MimeType"]


def test_recipes_for_other_systems_name_what_is_built(script):
    archives = (PACKAGING / "archives.py").read_text(encoding="utf-8")
    setup = (PACKAGING / "windows" / "annotator.iss").read_text(encoding="utf-8")
    for value in set(re.findall(r"\{#(\w+)\}", setup)):
        assert f'"{value}":' in archives
    assert f"{script('frozen').WINDOW_PROGRAM}.exe" in setup
    plist = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert all(plist.values())


def test_the_workflow_builds_every_flavour_on_three_systems(script):
    text = (ROOT / ".github" / "workflows" / "package.yml").read_text(encoding="utf-8")
    matrix = yaml.safe_load(text)["jobs"]["package"]["strategy"]["matrix"]
    assert set(matrix["flavour"]) == set(script("frozen").FLAVOURS)
    assert [name.partition("-")[0] for name in matrix["system"]] == ["ubuntu", "windows", "macos"]
    for path in re.findall(r"packaging/\w+\.py", text):
        assert (ROOT / path).exists()


def test_make_names_scripts_that_exist():
    for path in re.findall(r"packaging/\w+\.py", (ROOT / "Makefile").read_text(encoding="utf-8")):
        assert (ROOT / path).exists()


def test_the_archive_of_the_sources_has_all_lock_files():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = project["tool"]["hatch"]["build"]["targets"]["sdist"]["only-include"]
    assert {path.name for path in ROOT.glob("requirements*.lock")} <= set(listed)

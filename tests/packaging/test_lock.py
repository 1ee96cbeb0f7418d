"""The lock files fit the project, and hold for every system that it runs on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]


LOCKS = ["requirements.lock", "requirements-dev.lock", "requirements-package.lock"]


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_is_one_exact_version_and_names_no_place(name: str):
    pin = r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; (sys_platform|python_version) .+)?"
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()[1:]
    names = [line.partition("==")[0] for line in lines]
    assert names == sorted(set(names))
    assert [line for line in lines if not re.fullmatch(pin, line)] == []
    assert "torch==2.13.0" in lines


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_fits_the_project(lock, name: str):
    assert lock.misfits(ROOT / name, lock.requirement_sets(lock.pyproject())[name]) == []


@pytest.mark.parametrize("larger", LOCKS[1:])
def test_the_locks_agree(lock, larger: str):
    run, more = (lock.locked(ROOT / name) for name in (LOCKS[0], larger))
    assert run.keys() < more.keys()
    assert {name: more[name] for name in run} == run


def test_a_requirement_that_is_not_met_is_named(lock, tmp_path: Path):
    (tmp_path / "a.lock").write_text("# head\nclick==8.1.0\n", encoding="utf-8")
    wrong = lock.misfits(tmp_path / "a.lock", ["click>=8.3", "babel", "click>=8"])
    assert [line.partition(" is ")[0] for line in wrong] == [
        "a.lock: click>=8.3",
        "a.lock: babel",
    ]


def test_places_follow_the_markers_through_the_packages(lock):
    def package(name: str, *requires: str):
        return lock.Package(name, "1.0", tuple(map(Requirement, requires)))

    packages = {
        "a": package("a", 'b; platform_system != "Windows"', 'c; python_version < "3.13"'),
        "b": package("b", 'd; extra == "more"'),
        "c": package("c", 'b[more]; sys_platform == "win32"', 'gone; sys_platform == "win32"'),
        "d": package("d"),
    }
    needed, lacking = lock.places([Requirement("a")], packages)
    assert lock.marker_for(needed["a"]) == ""
    assert lock.marker_for(needed["c"]) == 'python_version < "3.13"'
    assert lock.marker_for(needed["d"]) == 'sys_platform == "win32" and python_version < "3.13"'
    assert list(lacking) == ["gone"]
    with pytest.raises(ValueError, match="no simple marker"):
        lock.marker_for(needed["b"])


@pytest.mark.parametrize("systems", [["linux"], ["linux", "darwin"], ["linux", "darwin", "win32"]])
@pytest.mark.parametrize("pythons", [("3.11",), ("3.13", "3.14"), ("3.11", "3.12", "3.13", "3.14")])
def test_a_marker_holds_exactly_where_it_was_made_for(
    lock, systems: list[str], pythons: tuple[str, ...]
):
    needed = {(system, python) for system in systems for python in pythons}
    text = lock.marker_for(needed)
    marker = Marker(text) if text else None
    assert {place for place in lock.PLACES if lock.holds(marker, place)} == needed

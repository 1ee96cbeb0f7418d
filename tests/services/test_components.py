"""What the program is made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.services import components as module
from annotator.services.components import Component, components


def test_the_libraries_that_are_installed_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "resource", lambda _name: Path("/nowhere"))
    found = {one.name.lower(): one for one in components()}
    assert found["numpy"].version
    assert "BSD" in found["numpy"].licence
    assert list(found) == sorted(found)


def test_the_list_of_a_release_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "licences.toml"
    path.write_text(
        '[[component]]\nname = "Zeta"\nversion = "1"\nlicence = "MIT"\nurl = "https://z"\n'
        '[[component]]\nname = "alpha"\nlicence = "CC-BY-4.0"\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(module, "resource", lambda _name: path)
    assert components() == [
        Component("alpha", "", "CC-BY-4.0"),
        Component("Zeta", "1", "MIT", "https://z"),
    ]

"""What ``make run`` does on machines that lack something, without installing anything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def elsewhere(environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The script, working on an empty folder with the project's files; what it runs is kept."""
    for name in ("pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    environment.commands = []

    def run(command, **_options):
        words = [str(word) for word in command]
        environment.commands.append(words)
        if "venv" in words:
            (tmp_path / ".venv" / "bin").mkdir(parents=True)
            environment.PYTHON.touch()
        made = environment.PYTHON.exists()
        failing = getattr(environment, "failing", "never")
        code = 1 if not made or failing in words else 0
        return subprocess.CompletedProcess(command, code, stdout="3\n", stderr="no libEGL.so.1\n")

    monkeypatch.setattr(environment.subprocess, "run", run)
    return environment


def _main(environment, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["environment.py", *arguments])
    return environment.main()


def _installs(environment) -> list[str]:
    return [words[-1] for words in environment.commands if "install" in words]


def test_the_second_run_does_nothing(elsewhere, monkeypatch: pytest.MonkeyPatch):
    assert _main(elsewhere, monkeypatch) == 0
    lock, project = str(elsewhere.ROOT / "requirements.lock"), str(elsewhere.ROOT)
    pip, *rest = _installs(elsewhere)
    assert pip.startswith("pip==")
    assert rest == [lock, project]
    elsewhere.commands.clear()
    assert _main(elsewhere, monkeypatch) == 0
    assert elsewhere.commands == []


def test_tests_need_more_than_the_application(elsewhere, monkeypatch: pytest.MonkeyPatch):
    _main(elsewhere, monkeypatch)
    elsewhere.commands.clear()
    _main(elsewhere, monkeypatch, "--dev")
    assert str(elsewhere.ROOT / "requirements-dev.lock") in _installs(elsewhere)
    elsewhere.commands.clear()
    _main(elsewhere, monkeypatch)
    assert elsewhere.commands == []


@pytest.mark.parametrize(
    ("name", "old", "new", "installs"),
    [
        ("requirements.lock", "click==", "click==9", True),
        ("pyproject.toml", "babel>=", "babel>=3", True),
        ("pyproject.toml", "line-length = ", "line-length = 1", False),
    ],
)
def test_a_change_of_what_is_installed_installs(
    elsewhere, monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str, installs: bool
):
    _main(elsewhere, monkeypatch)
    elsewhere.commands.clear()
    path = elsewhere.ROOT / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    _main(elsewhere, monkeypatch)
    assert bool(_installs(elsewhere)) == installs


@pytest.mark.parametrize(
    ("failing", "said"),
    [("venv", "could not be made"), ("install", "network"), ("import", "libegl1")],
)
def test_a_failure_is_said_in_plain_words_and_tried_again(
    elsewhere, monkeypatch: pytest.MonkeyPatch, failing: str, said: str
):
    elsewhere.failing = elsewhere.PROBE if failing == "import" else failing
    with pytest.raises(SystemExit, match=said):
        _main(elsewhere, monkeypatch)
    assert not elsewhere.is_current("requirements.lock")


def test_a_python_that_is_too_old(elsewhere, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(elsewhere.sys, "version_info", (3, 10, 4, "final", 0))
    with pytest.raises(SystemExit, match=r"needs Python 3.11 or newer; .* is 3\.10\.4"):
        _main(elsewhere, monkeypatch)


def test_a_python_without_venv(elsewhere, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(elsewhere.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="python3-venv"):
        _main(elsewhere, monkeypatch)


def test_the_readme_names_the_packages_of_a_bare_debian(environment):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    packages = environment.QT_PACKAGES + environment.WINDOW_PACKAGES + environment.FONT_PACKAGES
    assert [package for package in packages if package not in readme] == []

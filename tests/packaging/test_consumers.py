"""Environments of other tools: made once, and where that fails it is told."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.fixture
def commands(consumers, monkeypatch, tmp_path):
    """The commands that are run; those that hold ``fails`` do not succeed."""
    run: list[list[str]] = []

    def pretend(command, check):
        run.append(list(map(str, command)))
        (tmp_path / command[-1]).mkdir(parents=True, exist_ok=True) if "venv" in command else None
        return subprocess.CompletedProcess(command, "fails==1" in command)

    monkeypatch.setattr(consumers, "FOLDER", tmp_path)
    monkeypatch.setattr(consumers.subprocess, "run", pretend)
    monkeypatch.setattr(sys, "argv", ["consumers.py", "--optional"])
    return run


def test_an_environment_is_made_once_and_again_when_it_is_to_hold_something_else(
    consumers, commands, monkeypatch
):
    monkeypatch.setattr(consumers, "CONSUMERS", {"a": consumers.Consumer(("x==1",), ("y==1",))})
    assert consumers.main() == 0
    assert [command[-1] for command in commands[1:]] == ["x==1", "y==1"]
    assert "--no-deps" in commands[2]
    commands.clear()
    assert consumers.main() == 0
    assert commands == []
    monkeypatch.setattr(consumers, "CONSUMERS", {"a": consumers.Consumer(("x==2",))})
    consumers.main()
    assert commands


def test_what_cannot_be_made_is_told_and_leaves_nothing(
    consumers, commands, monkeypatch, capsys, tmp_path
):
    known = {"a": consumers.Consumer(("fails==1",)), "b": consumers.Consumer(("x==1",))}
    monkeypatch.setattr(consumers, "CONSUMERS", known)
    assert consumers.main() == 0
    assert "Not made, their tests will be skipped: a\n" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["b"]
    monkeypatch.setattr(sys, "argv", ["consumers.py"])
    assert consumers.main() == 1

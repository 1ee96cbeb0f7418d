"""Imports point one way, and what is heavy waits until it is needed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

_LINT = """
import sys
from importlinter.cli import lint_imports
sys.exit(lint_imports(no_cache=True))
"""

_LOADED = """
import json, pkgutil, importlib, sys
before = set(sys.modules)
import {package}
for module in pkgutil.walk_packages({package}.__path__, "{package}."):
    importlib.import_module(module.name)
print(json.dumps(sorted({{name.partition(".")[0] for name in set(sys.modules) - before}})))
"""


def test_the_contracts_of_import_linter_hold():
    # In a process of its own: import-linter switches off every logger that is there.
    done = subprocess.run(
        [sys.executable, "-c", _LINT], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_import_linter_is_run_by_ci():
    assert "lint-imports" in (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "make lint" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("package", ["annotator.core"])
def test_the_core_loads_the_standard_library_alone(package: str):
    done = subprocess.run(
        [sys.executable, "-c", _LOADED.format(package=package)],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(json.loads(done.stdout))
    assert loaded - set(sys.stdlib_module_names) == {"annotator"}
    assert not loaded & {"sqlite3", "socket", "asyncio"}

"""Other tools, each in an environment of its own."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = Path(__file__).parent / "scripts"


@pytest.fixture(scope="session")
def environments() -> ModuleType:
    """Return packaging/consumers.py, which is in no package, as a module."""
    path = ROOT / "packaging" / "consumers.py"
    spec = importlib.util.spec_from_file_location("_packaging_consumers", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def consumer(environments: ModuleType, home: Path) -> Callable[..., Any]:
    """Return what runs a script in another tool's environment, JSON in and JSON out."""

    def run(name: str, script: str, **request: Any) -> Any:
        python = environments.python(name)
        if not python.exists():
            pytest.skip(f"the environment of {name} is not there: make consumers")
        done = subprocess.run(
            [python, SCRIPTS / script],
            input=json.dumps(request),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run

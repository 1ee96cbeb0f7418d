"""The scripts of packaging/, which are no package, as modules."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).parents[2] / "packaging"


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"_packaging_{name}", SCRIPTS / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up there
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def lock() -> ModuleType:
    return _load("lock")


@pytest.fixture
def environment() -> ModuleType:
    return _load("environment")


@pytest.fixture
def consumers() -> ModuleType:
    return _load("consumers")


@pytest.fixture(scope="session", autouse=True)
def _scripts_find_one_another() -> Iterator[None]:
    """A script that is run has its folder on the path; so do those that it imports."""
    sys.path.insert(0, str(SCRIPTS))
    yield
    sys.path.remove(str(SCRIPTS))


@pytest.fixture(scope="session")
def formats_page() -> ModuleType:
    return _load("formats_page")


@pytest.fixture(scope="session")
def pages() -> ModuleType:
    return _load("pages")


@pytest.fixture(scope="session")
def pictures() -> ModuleType:
    return _load("pictures")

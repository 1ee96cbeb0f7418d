"""Ask whether the pinned packages have known weaknesses: `make audit`.

pip-audit does the work, in an environment of its own, so that what it needs is never pinned with
the program. It needs the network; without it, this says so: nothing was found out, no failure.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")
_UNREACHABLE = (
    "ConnectionError", "ServiceError", "Max retries", "NameResolution", "ProxyError",
    "timed out", "HTTPError", "Failed to establish", "ConnectTimeout",
)  # fmt: skip


def main() -> int:
    """Audit the locks; return 1 where a weakness is known, 0 where none is or nobody can say."""
    with tempfile.TemporaryDirectory() as folder:
        python = _environment(Path(folder))
        if python is None:
            print("pip-audit cannot be installed here (no network?): nothing was audited.")
            return 0
        return max(_audit(python, lock) for lock in LOCKS)


def _environment(folder: Path) -> Path | None:
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    done = subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "pip-audit>=2.10"],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    return None if done.returncode else python


def _audit(python: Path, lock: str) -> int:
    # The locks name every package, so nothing has to be resolved.
    command: list[str | Path] = [
        python,
        "-m",
        "pip_audit",
        "--no-deps",
        "--disable-pip",
        "--requirement",
        lock,
    ]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    said = f"{done.stdout}\n{done.stderr}".strip()
    if done.returncode == 0:
        print(f"{lock}: no known weakness.")
        return 0
    if any(sign in said for sign in _UNREACHABLE):
        last = said.splitlines()[-1]
        print(f"{lock}: the advisory service cannot be reached; nothing was audited. ({last})")
        return 0
    print(f"{lock}:\n{said}")
    return 1


if __name__ == "__main__":
    sys.exit(main())

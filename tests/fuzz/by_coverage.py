"""The same targets under atheris (libFuzzer), which follows the branches that a file takes.

atheris comes with the dependency group ``fuzz``: ``pip install --group fuzz``. It ends with the
first fault, and leaves the file in the folder.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.fuzz.guarded import MEMORY, SECONDS


def fuzz(targets: Sequence[str], out: Path, seconds: int) -> int:
    """Fuzz one target after the other, each in a process of its own; return the exit code."""
    try:
        import atheris
    except ImportError:
        print("atheris is not here. Install it: pip install --group fuzz", file=sys.stderr)  # noqa: T201
        return 2
    worst = 0
    for target in targets:
        child = os.fork()
        if child == 0:
            _fuzz(atheris, target, out, seconds // len(targets))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        worst = max(worst, 1 if status else 0)
    return worst


def _fuzz(atheris, target: str, out: Path, seconds: int) -> None:
    from tests.fuzz.cases import Case, outcome
    from tests.fuzz.corpus import corpus

    folder = out / "atheris" / target
    folder.mkdir(parents=True, exist_ok=True)
    cases = corpus(target)
    for number, case in enumerate(cases):
        (folder / f"{number}").write_bytes(case.data)
    beside, name = cases[0].beside, cases[0].name
    # What was imported before is instrumented in place; lazy imports are not followed.
    for module in [m for n, m in sys.modules.items() if n.startswith("annotator.formats.")]:
        for thing in list(vars(module).values()):
            if callable(thing) and getattr(thing, "__module__", "") == module.__name__:
                _instrument(atheris, thing)

    def one(data: bytes) -> None:
        outcome(target, Case(name, data, beside))

    atheris.Setup(
        [
            "fuzz", str(folder), f"-max_total_time={max(1, seconds)}", f"-timeout={SECONDS:g}",
            f"-rss_limit_mb={(MEMORY >> 20) + 1024}", "-max_len=60000",
            f"-artifact_prefix={out}/atheris-{target}-",
        ],
        one,
    )  # fmt: skip
    atheris.Fuzz()


def _instrument(atheris, thing) -> None:
    members = vars(thing).values() if isinstance(thing, type) else [thing]
    for member in list(members):
        if hasattr(member, "__code__"):
            atheris.instrument_func(member)

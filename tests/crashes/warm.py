"""A process with the whole program loaded, which forks one that is killed, at every request.

Nothing is started before the fork: no QApplication, no thread, no file. Requests and answers are
lines of JSON on the standard streams: ``start`` gives a pid, ``reap`` waits for its end.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
import traceback
from importlib import import_module
from pathlib import Path
from typing import Any

_LOADED = (
    "annotator.ui.app",
    "annotator.ui.review.window",
    "annotator.cli.program",
    "annotator.services.transfer",
    "annotator.suggest.models.install",
    "annotator.suggest.models.download",
    "sqlite_utils",
    "PySide6.QtTest",
    "tests.crashes.jobs",
)


def serve() -> None:
    """Answer requests until the standard input ends."""
    for name in _LOADED:
        import_module(name)
    gc.collect()
    gc.freeze()
    _answer(loaded=True)
    for line in sys.stdin:
        request = json.loads(line)
        if "reap" in request:
            os.waitpid(request["reap"], 0)
            _answer(reaped=request["reap"])
            continue
        pid = os.fork()
        if not pid:
            _run(request)
        _answer(pid=pid)


def _run(request: dict[str, Any]) -> None:
    """Do a job in the forked process, which ends here."""
    from tests.crashes.breaking import BREAKS
    from tests.crashes.jobs import JOBS
    from tests.crashes.moments import Moments

    pipe = os.open(request["pipe"], os.O_WRONLY)
    began = time.monotonic()

    def tell(**line: Any) -> None:
        os.write(pipe, json.dumps(line).encode() + b"\n")

    code = 1
    try:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - to the end
        moments = Moments(tell, request["stop_at"], slow=request["slow"])
        if request["broken"]:
            BREAKS[request["broken"]]()
        JOBS[request["job"]]().run(Path(request["folder"]), request["seed"], tell, moments)
        tell(ended=moments.count, seconds=time.monotonic() - began)
        code = 0
    except BaseException:  # noqa: BLE001 - told to the harness, which fails
        tell(error=traceback.format_exc())
    finally:
        os._exit(code)


def _answer(**answer: Any) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    serve()

"""The one place that imports camel-tools' heavy modules: on first use, off the main thread.

``camel_tools.data`` reads a catalogue at import; when none is on disk it goes to the network, and
in any case it makes a folder in the home directory. Here it is imported with both pointed at a
stub where there is no catalogue of the user's own, so that using a model that lies on disk never
reaches out and leaves nothing behind.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotator.suggest.models.catalogue import data_folder

_LOCK = threading.Lock()
_STUB = {"version": "1.6", "packages": {}, "components": {}}
_OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}


def ner_module() -> Any:
    """Return ``camel_tools.ner``. The first call takes seconds (torch, transformers)."""
    with _LOCK:
        import_data_module()
        # Read when transformers is imported: a model folder is all that it may look at.
        for name, value in _OFFLINE.items():
            os.environ.setdefault(name, value)
        module = importlib.import_module("camel_tools.ner")
        # transformers draws bars on standard error as it loads; what is told here is ours to tell.
        importlib.import_module("transformers.utils.logging").disable_progress_bar()
        return module


def import_data_module() -> None:
    """Import ``camel_tools.data`` without its side effects; quick, and once is enough."""
    if "camel_tools.data" not in sys.modules:
        with _harmless_environment():
            importlib.import_module("camel_tools.data")


def torch_module() -> Any:
    """Return ``torch``."""
    with _LOCK:
        return importlib.import_module("torch")


@contextmanager
def _harmless_environment() -> Iterator[None]:
    """Point camel-tools at the user's catalogue, or at a stub and a home that goes away.

    Held only while its small data module is imported.
    """
    with tempfile.TemporaryDirectory(prefix="annotator-") as stub:
        Path(stub, "catalogue.json").write_text(json.dumps(_STUB), encoding="utf-8")
        own = data_folder()
        changed = {"HOME": stub, "USERPROFILE": stub}
        changed["CAMELTOOLS_DATA"] = str(own if (own / "catalogue.json").is_file() else stub)
        before = {name: os.environ.get(name) for name in changed}
        os.environ.update(changed)
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value

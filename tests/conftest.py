"""What every test gets: a home of its own, no network, no display, and nothing left behind."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import socket
import tempfile
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from annotator.bundled import seeds

pytest_plugins = ["pytester"]

_SESSION_HOME = Path(tempfile.mkdtemp(prefix="annotator-tests-"))
_LOOPBACK = {"localhost", "127.0.0.1", "::1", "", None}


def _home_variables(home: Path) -> dict[str, str]:
    """Return the variables by which Linux, macOS and Windows are told where home is."""
    return {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "APPDATA": str(home / "appdata"),
        "LOCALAPPDATA": str(home / "localappdata"),
        # platformdirs asks Windows itself, unless it is told otherwise.
        "WIN_PD_OVERRIDE_APPDATA": str(home / "appdata"),
        "WIN_PD_OVERRIDE_LOCAL_APPDATA": str(home / "localappdata"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_STATE_HOME": str(home / "state"),
    }


def _prepare_environment() -> None:
    """Set what libraries read once, when they are imported: so before any of them is."""
    on_display = os.environ.get("ANNOTATOR_TEST_DISPLAY")
    for name in list(os.environ):
        if name.startswith(
            ("LC_", "LANG", "QT_STYLE", "QT_SCALE", "QT_QPA_PLATFORMTHEME", "ANNOTATOR")
        ):
            del os.environ[name]
    os.environ |= _home_variables(_SESSION_HOME) | {
        "CAMELTOOLS_DATA": str(_SESSION_HOME / "camel_tools"),
        "HF_HUB_OFFLINE": "1",
        "TRANSFORMERS_OFFLINE": "1",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
    }
    if not on_display:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


_prepare_environment()
hypothesis.settings.register_profile("suite", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("suite")


def pytest_unconfigure() -> None:
    shutil.rmtree(_SESSION_HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder; settings and data that the test writes end with it."""
    folder = tmp_path_factory.mktemp("home")
    for name, value in _home_variables(folder).items():
        monkeypatch.setenv(name, value)
    return folder


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections to anything but this machine fail the test, whoever catches the error."""
    connect, connect_ex, getaddrinfo = (
        socket.socket.connect,
        socket.socket.connect_ex,
        socket.getaddrinfo,
    )

    def check(host: object) -> None:
        if host not in _LOOPBACK:
            pytest.fail(f"the test went to the network: {host!r}")

    def guarded_connect(self, address):
        if isinstance(address, tuple):
            check(address[0])
        return connect(self, address)

    def guarded_connect_ex(self, address):
        if isinstance(address, tuple):
            check(address[0])
        return connect_ex(self, address)

    def guarded_getaddrinfo(host, *args, **kwargs):
        check(host)
        return getaddrinfo(host, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_getaddrinfo)


class _Kept(logging.Handler):
    """Keeps what is logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.levelname}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_log_left_unseen(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log fails a test that does not look at the log (``caplog``) itself."""
    handler = _Kept()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if handler.lines and "caplog" not in request.fixturenames:
        pytest.fail("unexpected in the log:\n" + "\n".join(handler.lines))


@pytest.fixture(autouse=True)
def no_thread_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Threads that a test starts end with it."""
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        if type(thread).__module__.startswith("tqdm"):
            continue  # its monitor belongs to the process and never ends
        thread.join(2)
        if thread.is_alive():
            pytest.fail(f"thread left behind: {thread!r}")


@pytest.fixture(autouse=True)
def no_qt_object_left(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Widgets, timers and threads of Qt end with the test that made them."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from PySide6.QtCore import QThread, QThreadPool, QTimer

    started: list[weakref.ref[QThread | QTimer]] = []

    def recorded(start):
        def start_recorded(self, *args, **kwargs):
            started.append(weakref.ref(self))
            return start(self, *args, **kwargs)

        return start_recorded

    monkeypatch.setattr(QTimer, "start", recorded(QTimer.start))
    monkeypatch.setattr(QThread, "start", recorded(QThread.start))
    before = frozenset(_windows())
    yield
    left: list[object] = []
    if not QThreadPool.globalInstance().waitForDone(2000):
        left.append("work in the global QThreadPool")
    left += _windows(before)
    left += [thing for reference in started if _runs(thing := reference())]
    if left:
        pytest.fail("left behind: " + ", ".join(map(repr, left)))


def _windows(known: frozenset[object] = frozenset()) -> list[object]:
    """Return the top-level widgets but ``known`` ones, after what waits to be deleted is."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    def found() -> list[object]:
        windows = (widget for widget in QApplication.topLevelWidgets() if widget.parent() is None)
        # The one tool tip of the application stays.
        return [w for w in windows if w not in known and w.metaObject().className() != "QTipLabel"]

    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if found():
        gc.collect()
    return found()


def _runs(thing: object) -> bool:
    from PySide6.QtCore import QTimer
    from shiboken6 import isValid

    if thing is None or not isValid(thing):
        return False
    return thing.isActive() if isinstance(thing, QTimer) else thing.isRunning()


@pytest.fixture
def seed_path() -> Path:
    """The seed article's file."""
    return seeds() / "000_a85702afb10d5380.txt"


@pytest.fixture
def seed_text(seed_path: Path) -> str:
    """The seed article's text, exactly as stored."""
    return seed_path.read_bytes().decode("utf-8")


@pytest.fixture
def shared_data() -> Path:
    """The folder of corpora that may not be part of this project; skips where it is absent."""
    folder = Path(__file__).parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the corpora in ../shared/data are not on this machine")
    return folder

"""The guards in conftest.py do fail a test when they should."""

from __future__ import annotations

from pathlib import Path

import pytest

_GUARDS = (Path(__file__).parent / "conftest.py").read_text(encoding="utf-8")

_FAULTS = {
    "the test went to the network": """
        import socket
        def test_it():
            with socket.socket() as s:
                try:
                    s.connect(("192.0.2.1", 80))
                except Exception:
                    pass
    """,
    "unexpected in the log": """
        import logging
        def test_it():
            logging.getLogger("annotator").warning("odd")
    """,
    "thread left behind": """
        import threading
        def test_it():
            threading.Thread(target=threading.Event().wait, args=(10,), daemon=True).start()
    """,
    "left behind: <PySide6.QtCore.QTimer": """
        from PySide6.QtCore import QTimer
        kept = []
        def test_it(qtbot):
            kept.append(QTimer())
            kept[0].start(1000)
    """,
    "left behind: <PySide6.QtWidgets.QWidget": """
        from PySide6.QtWidgets import QWidget
        kept = []
        def test_it(qtbot):
            kept.append(QWidget())
    """,
    "left behind: <PySide6.QtCore.QThread": """
        from PySide6.QtCore import QThread
        kept = []
        def test_it(qtbot):
            kept.append(QThread())
            kept[0].start()
        import atexit
        atexit.register(lambda: (kept[0].quit(), kept[0].wait()))
    """,
}


@pytest.mark.parametrize("complaint", _FAULTS)
def test_a_fault_fails(pytester: pytest.Pytester, complaint: str):
    pytester.makeconftest(_GUARDS)
    pytester.makepyfile(_FAULTS[complaint])
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    outcomes = result.parseoutcomes()
    assert outcomes.get("errors", 0) + outcomes.get("failed", 0) == 1
    assert complaint in result.stdout.str()


def test_what_cleans_up_passes(pytester: pytest.Pytester):
    pytester.makeconftest(_GUARDS)
    pytester.makepyfile("""
        import logging, socket, threading
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QWidget

        def test_widgets(qtbot):
            widget = QWidget()
            qtbot.addWidget(widget)
            timer = QTimer(widget)
            timer.start(1000)

        def test_log(caplog):
            logging.getLogger("annotator").warning("odd")
            assert "odd" in caplog.text

        def test_thread():
            threading.Thread(target=lambda: None).start()

        def test_loopback():
            with socket.create_server(("127.0.0.1", 0)) as server:
                socket.create_connection(server.getsockname()).close()
    """)
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=4)


def test_home_is_empty(home: Path):
    assert Path.home() == home
    assert not list(home.iterdir())

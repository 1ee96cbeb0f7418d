"""What we rely on in PySide6 itself."""

from __future__ import annotations

import sys

from PySide6.QtGui import QTextCursor, QTextDocument


def test_calls_that_return_nothing_keep_the_references_to_none(qapp):
    """PySide6 6.12.0 loses one a call, and the process dies with "deallocating None"."""
    cursor = QTextCursor(QTextDocument("سلام"))
    before = sys.getrefcount(None)
    for _ in range(200):
        cursor.setPosition(1)
    # Python 3.12+ made None immortal: its count is then a constant, and this holds trivially.
    assert abs(sys.getrefcount(None) - before) < 20

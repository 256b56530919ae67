from __future__ import annotations

import sys

from PySide6.QtGui import QTextBlockFormat


def test_that_calls_into_qt_leave_the_count_of_references_to_none_alone() -> None:
    # PySide6 6.12.0 on Python 3.11 gave one away with every call that returns nothing, until the interpreter died
    block = QTextBlockFormat()
    before = sys.getrefcount(None)
    for _ in range(500):
        block.setTopMargin(1)
    assert abs(sys.getrefcount(None) - before) < 100

"""A pytest plugin that puts Qt out of reach, so that a room that leans on it by accident fails at once."""

from __future__ import annotations

import sys

sys.modules["PySide6"] = None  # type: ignore[assignment]
sys.modules["shiboken6"] = None  # type: ignore[assignment]

"""Instants and the clock that counts sleep.

Nobody can set the boot clock, and it goes on while the computer sleeps; the wall clock is read beside it,
for labels and to notice that it was changed.
"""

from __future__ import annotations

import ctypes
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Instant:
    """One reading of all clocks.

    Attributes:
        wall_s: seconds since 1970 UTC; can be set by anyone.
        boot_s: seconds of the clock that counts sleep, from an arbitrary start.
        mono_s: seconds of the clock that stops in sleep on some systems.
        boot_id: changes when the computer restarts; "" when the system does not tell.
        boot_counts_sleep: False where the system has no clock that counts sleep.
    """

    wall_s: float
    boot_s: float
    mono_s: float
    boot_id: str = ""
    boot_counts_sleep: bool = True

    def utc(self) -> datetime:
        """Give the wall clock as an aware date and time in UTC."""
        return datetime.fromtimestamp(self.wall_s, UTC)


class Clock(Protocol):
    """Anything that can say what time it is; tests bring their own."""

    def now(self) -> Instant:
        """Read all clocks at once."""
        ...


class SystemClock:
    """The clocks of this computer.

    Linux: CLOCK_BOOTTIME. Windows: GetTickCount64. macOS: CLOCK_MONOTONIC, which counts sleep there.
    Elsewhere the monotonic clock stands in and ``boot_counts_sleep`` is False.
    """

    def __init__(self) -> None:
        self._boot_id = _boot_id()

    def now(self) -> Instant:
        """Read all clocks at once."""
        boot_s, counts_sleep = _boot_seconds()
        return Instant(
            wall_s=time.time(),  # noqa: TID251 -- the one place that may read it
            boot_s=boot_s,
            mono_s=time.monotonic(),
            boot_id=self._boot_id,
            boot_counts_sleep=counts_sleep,
        )


def _boot_seconds() -> tuple[float, bool]:
    if sys.platform == "win32":
        return ctypes.windll.kernel32.GetTickCount64() / 1000, True
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC), True
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME), True
    return time.monotonic(), False


def _boot_id() -> str:
    if sys.platform == "linux":
        try:
            return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        except OSError:
            return ""
    if sys.platform == "darwin":
        command = ["/usr/sbin/sysctl", "-n", "kern.bootsessionuuid"]
        try:
            answer = subprocess.run(command, capture_output=True, text=True, timeout=2, check=False)
            return answer.stdout.strip()
        except (OSError, subprocess.SubprocessError):
            return ""
    # Windows gives no id; the moment of the start, rounded so that small clock corrections do not change it
    return f"start-{round((time.time() - _boot_seconds()[0]) / 60)}"  # noqa: TID251

from __future__ import annotations

import itertools
import sys
import time
from pathlib import Path

import pytest

from facilitator.foundation.clocks import Instant, SystemClock


def test_that_the_system_clock_never_goes_back() -> None:
    clock = SystemClock()
    readings = [clock.now() for _ in range(50)]
    assert all(a.boot_s <= b.boot_s and a.mono_s <= b.mono_s for a, b in itertools.pairwise(readings))


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's own clock to compare")
def test_that_on_linux_time_asleep_counts() -> None:
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    reading = SystemClock().now()
    assert before <= reading.boot_s <= time.clock_gettime(time.CLOCK_BOOTTIME)
    assert reading.boot_counts_sleep


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's boot id to compare")
def test_that_the_boot_id_is_the_system_s_own() -> None:
    assert SystemClock().now().boot_id == Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()


def test_that_an_instant_gives_utc() -> None:
    assert Instant(wall_s=0.0, boot_s=5.0, mono_s=5.0).utc().isoformat() == "1970-01-01T00:00:00+00:00"

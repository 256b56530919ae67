"""A shelf in a folder of its own, with a small workshop on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from workshop_bench import Bench, StillClock, small_workshop

from facilitator.workshop.places import Places
from facilitator.workshop.plain import WorkshopRecords
from facilitator.workshop.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from facilitator.workshop.document import Document


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture(scope="session")
def records() -> WorkshopRecords:
    return WorkshopRecords()


@pytest.fixture
def shelf(tmp_path: Path, clock: StillClock, records: WorkshopRecords) -> Shelf:
    return Shelf(tmp_path / "workshops", clock, records=records)


@pytest.fixture
def bench(tmp_path: Path, shelf: Shelf, clock: StillClock) -> Bench:
    shelf.create(small_workshop()).close()
    return Bench(shelf, clock, Places(tmp_path / "workshops" / "w1"))


@pytest.fixture
def document(bench: Bench) -> Iterator[Document]:
    with bench.opened() as opened:
        yield opened

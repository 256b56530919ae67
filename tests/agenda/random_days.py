"""Random days for laws that must hold for all of them."""

from __future__ import annotations

from hypothesis import strategies as st

from facilitator.agenda.model import Block, Breakout, Day, Item, Section, Strand
from facilitator.curriculum.unit import Kind

pins = st.one_of(st.none(), st.integers(0, 1500))
kinds = st.sampled_from([Kind.INPUT, Kind.EXERCISE, Kind.BREAK, Kind.MEAL])


@st.composite
def days(draw: st.DrawFn, *, pinned: bool = True, least: int = 0) -> Day:
    numbers = iter(range(10_000))
    pin = pins if pinned else st.none()

    def some_block() -> Block:
        low, planned, high = sorted(draw(st.lists(st.integers(least, 120), min_size=3, max_size=3)))
        return Block(f"b{next(numbers)}", draw(kinds), "t", planned, low, high, draw(pin))

    def some_blocks() -> tuple[Block, ...]:
        return tuple(some_block() for _ in range(draw(st.integers(0, 3))))

    def some_item() -> Item:
        match draw(st.integers(0, 3)):
            case 0:
                return Section(f"s{next(numbers)}", "s", some_blocks(), draw(pin))
            case 1:
                strands = [Strand(f"x{next(numbers)}", "x", some_blocks()) for _ in range(draw(st.integers(0, 3)))]
                return Breakout(f"k{next(numbers)}", "k", tuple(strands), draw(pin))
            case _:
                return some_block()

    items = tuple(some_item() for _ in range(draw(st.integers(0, 6))))
    return Day("d", "D", draw(st.integers(0, 1439)), items, target_end=draw(pins))

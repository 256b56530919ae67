"""One line of time being filled: a day, a section or a strand.

Named tuples and not dataclasses: hundreds are made for each re-timing, and they are made in half the time.
"""

from __future__ import annotations

from typing import NamedTuple


class Meeting(NamedTuple):
    """How an item meets what stands before it on its line."""

    gap: int = 0
    overlap: int = 0
    overlaps_with: str = ""
    out_of_order: bool = False


SMOOTH = Meeting()


class Begin(NamedTuple):
    """Where a line begins: as planned, if all before it is squeezed, and if it is stretched."""

    start: int
    early: int
    late: int


class Line:
    """Where a line has got to, as planned, if squeezed and if stretched; filled from the front and thrown away.

    Attributes:
        begin: where it begins.
        cursor, early, late: the end of the item placed last, in the three cases.
        reach, early_reach, late_reach: the latest end of anything on it.
        first: where it begins indeed; a pin may ask for an earlier start than ``begin``.
        spans: start, end and id of what takes time, in agenda order.
        content, pauses, gaps: minutes so far.
    """

    __slots__ = (
        "begin", "content", "cursor", "early", "early_reach", "first", "gaps", "late", "late_reach",
        "pauses", "reach", "spans",
    )  # fmt: skip

    def __init__(self, begin: Begin) -> None:
        self.begin = self.first = begin
        self.cursor = self.reach = begin.start
        self.early = self.early_reach = begin.early
        self.late = self.late_reach = begin.late
        self.spans: list[tuple[int, int, str]] = []
        self.content = self.pauses = self.gaps = 0

    def meet(self, start: int, end: int, *, pinned: bool) -> Meeting:
        """Tell the gap before an item, or how what stands before runs into it.

        Rules: an item that takes no time reports how far the line is past it, an item that starts before the
        one listed before it reports how far that one ends behind its start, and any other the longest stretch
        it shares with one earlier item.
        """
        if start >= self.reach:
            return Meeting(gap=start - self.reach) if start > self.reach else SMOOTH
        if not self.spans:
            return SMOOTH
        if start == end:
            return self._past(start) if pinned else SMOOTH
        last_start, last_end, last_id = self.spans[-1]
        if start < last_start:
            return Meeting(overlap=last_end - start, overlaps_with=last_id, out_of_order=True)
        shared, _, owner = self._most_shared(start, end)
        return Meeting(overlap=shared, overlaps_with=owner) if shared > 0 else SMOOTH

    def open_at(self, begin: Begin) -> None:
        """Let the line begin earlier, where a pin on it asks for that."""
        first = self.first
        if begin.start < first.start or begin.early < first.early or begin.late < first.late:
            self.first = Begin(
                min(first.start, begin.start), min(first.early, begin.early), min(first.late, begin.late)
            )

    def add(self, end: int, early_end: int, late_end: int) -> None:
        """Move on to the end of an item that takes time; its spans are added by the caller, afterwards."""
        self.cursor, self.early, self.late = end, early_end, late_end
        if not self.spans:
            # What stands first may end before the line was to begin, because of its pin
            self.reach, self.early_reach, self.late_reach = end, early_end, late_end
            return
        self.reach = end if end > self.reach else self.reach
        self.early_reach = early_end if early_end > self.early_reach else self.early_reach
        self.late_reach = late_end if late_end > self.late_reach else self.late_reach

    def _past(self, start: int) -> Meeting:
        owner = max(self.spans, key=lambda span: span[1])[2]
        return Meeting(overlap=self.reach - start, overlaps_with=owner)

    def _most_shared(self, start: int, end: int) -> tuple[int, int, str]:
        shares = (
            (min(end, other_end) - max(start, other), other_end, owner) for other, other_end, owner in self.spans
        )
        return max(shares, key=lambda share: share[:2])

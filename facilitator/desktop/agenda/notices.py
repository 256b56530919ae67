"""What the arithmetic noticed, as a menu at the foot: a line each, a click goes to the block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from facilitator.agenda.places import find
from facilitator.desktop.agenda.phrases import notice_sentence
from facilitator.desktop.widgets.buttons import plain_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.agenda.model import Agenda
    from facilitator.agenda.slots import DaySchedule
    from facilitator.desktop.agenda.foot import Foot


class NoticeMenu(QMenu):
    """Hangs on the foot's button."""

    def __init__(self, foot: Foot, select: Callable[[str], None]) -> None:
        super().__init__(foot)
        self._select = select
        foot.notices.setMenu(self)

    def show_notices(self, agenda: Agenda, schedule: DaySchedule) -> None:
        """List what was noticed about a day."""
        self.clear()
        for notice in schedule.notices:
            node = find(agenda, notice.item_id)
            words = notice_sentence(notice, node.title if node else "")
            action = self.addAction(plain_words(words))
            action.triggered.connect(lambda _checked=False, item_id=notice.item_id: self._select(item_id))

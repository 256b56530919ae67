"""Walks the pages of a task that is too long for one screen, before the next step comes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.desktop.live.audience_canvas import AudienceCanvas


class PromptPages:
    """Turns the pages of all canvases together; the first one that is in sight says how many there are."""

    def __init__(self, canvases: Sequence[AudienceCanvas]) -> None:
        self._canvases = tuple(canvases)

    def forward(self) -> bool:
        """Show the next page; tell whether there was one."""
        return self._turn(1)

    def back(self) -> bool:
        """Show the page before; tell whether there was one."""
        return self._turn(-1)

    def _turn(self, step: int) -> bool:
        leading = next((canvas for canvas in self._canvases if canvas.isVisible()), self._canvases[-1])
        page = leading.page() + step
        if not 0 <= page < leading.page_count():
            return False
        for canvas in self._canvases:
            canvas.show_page(page)
        return True

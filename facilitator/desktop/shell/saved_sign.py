"""The small sign that says whether everything is on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.desktop.session import Kept, KeptState
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.labels import IconLabel, Label, TextRole
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.desktop.theme.look import Look

_SIGNS = {
    KeptState.SAVED: (IconName.CHECK, "ok"),
    KeptState.SAVING: (IconName.HOURGLASS, "text3"),
    KeptState.FAILED: (IconName.ALERT, "err"),
    KeptState.READ_ONLY: (IconName.INFO, "warn"),
}


class SavedSign(QWidget):
    """An icon and a word: Saved, Saving, Not saved, Read only; the whole sentence is in the tooltip."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._icon = IconLabel(look, IconName.CHECK, "ok", 16)
        self._word = Label("", TextRole.SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._word)
        self.show_kept(Kept(KeptState.SAVED))

    def show_kept(self, kept: Kept) -> None:
        """Show a state."""
        words = {
            KeptState.SAVED: (_("Saved"), _("Every change is on the disk")),
            KeptState.SAVING: (_("Saving"), _("The last change is on its way to the disk")),
            KeptState.FAILED: (_("Not saved"), ""),
            KeptState.READ_ONLY: (_("Read only"), ""),
        }
        word, sentence = words[kept.state]
        self._icon.set_icon(*_SIGNS[kept.state])
        self._word.setText(word)
        self.setToolTip(kept.sentence or sentence)
        self.setAccessibleName(word)
        self.setAccessibleDescription(kept.sentence or sentence)

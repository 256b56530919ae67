"""Settings: appearance, text size, the audience display, the trainer's name, the folders."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.desktop.actions import Scope
from facilitator.desktop.place import Desk, Place
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.buttons import Button
from facilitator.desktop.widgets.cards import ScrollPage, Surface, SurfaceRole, hairline
from facilitator.desktop.widgets.checks import CheckBox
from facilitator.desktop.widgets.labels import ElidedLabel, Label, TextRole
from facilitator.desktop.widgets.segments import SegmentedControl
from facilitator.foundation.folders import made
from facilitator.foundation.settings import TEXT_PERCENTS, Appearance
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WIDEST = 880


class SettingsPlace(Place):
    """What the user chose for this computer; each choice holds at once."""

    def __init__(self, desk: Desk, open_folder: Callable[[Path], object] | None = None) -> None:
        super().__init__(desk, Scope.SETTINGS)
        self._open_folder = open_folder or _open_in_system
        self.appearance = SegmentedControl(_appearances(), name=_("Appearance"))
        sizes = [(str(percent), f"{percent} %") for percent in TEXT_PERCENTS]
        self.text_size = SegmentedControl(sizes, name=_("Text size"))
        audience = [("dark", _("Dark")), ("light", _("Light"))]
        self.audience_view = SegmentedControl(audience, name=_("Audience view"))
        self.sounds = CheckBox(self.look, _("Play a sound at the end of a timed part"))
        self.trainer = QLineEdit()
        self._build()
        self._show()
        self._connect()

    def title(self) -> str:
        """Give the name of the place."""
        return _("Settings")

    def subtitle(self) -> str:
        """Say where they hold."""
        return _("For this computer; each choice holds at once")

    def entered(self) -> None:
        """Begin at the first choice."""
        self.appearance.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        page = ScrollPage()
        row = QHBoxLayout()
        column = QVBoxLayout()
        column.setSpacing(24)
        inside = QWidget()
        inside.setMaximumWidth(self.look.px(WIDEST))
        inside.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_card(_("Appearance"), self._looks()))
        column.addWidget(_card(_("In the room"), self._room()))
        column.addWidget(_card(_("Folders"), self._folders()))
        column.addStretch()
        row.addWidget(inside, 1)
        row.addStretch()
        page.body.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _looks(self) -> list[QWidget]:
        return [
            _row(_("Theme"), _("System follows what your computer says."), self.appearance),
            _row(_("Text size"), _("The app’s own text; slides and papers keep theirs."), self.text_size),
        ]

    def _room(self) -> list[QWidget]:
        self.trainer.setFixedWidth(self.look.px(280))
        return [
            _row(_("Your name"), _("New workshops begin with it as the trainer."), self.trainer),
            _row(_("Audience view"), _("What the projector shows: on dark or on light ground."), self.audience_view),
            self.sounds,
        ]

    def _folders(self) -> list[QWidget]:
        folders = self.desk.folders
        return [
            self._folder(_("Workshops"), folders.workshops),
            self._folder(_("Your own packs"), folders.packs),
            self._folder(_("Papers"), folders.exports),
            self._folder(_("Logs, without names"), folders.logs),
        ]

    def _folder(self, words: str, folder: Path) -> QWidget:
        button = Button(self.look, _("Open folder"), IconName.FOLDER)
        button.setAccessibleName(_("Open folder: {name}").format(name=words))
        button.clicked.connect(lambda: self._open(folder))
        return _row(words, str(folder), button)

    def _open(self, folder: Path) -> None:
        self._open_folder(made(folder))

    def _show(self) -> None:
        settings = self.desk.settings()
        self.appearance.choose(settings.appearance.value)
        self.text_size.choose(str(settings.text_percent))
        self.audience_view.choose("dark" if settings.audience_dark else "light")
        self.sounds.setChecked(settings.sounds)
        self.trainer.setText(settings.trainer)

    def _connect(self) -> None:
        self.appearance.chosen.connect(lambda key: self._change(appearance=Appearance(key)))
        self.text_size.chosen.connect(lambda key: self._change(text_percent=int(key)))
        self.audience_view.chosen.connect(lambda key: self._change(audience_dark=key == "dark"))
        self.sounds.toggled.connect(lambda on: self._change(sounds=on))
        self.trainer.editingFinished.connect(lambda: self._change(trainer=self.trainer.text().strip()))

    def _change(self, **values: Any) -> None:  # noqa: ANN401 -- settings have every type
        changed = replace(self.desk.settings(), **values)
        if changed != self.desk.settings():
            self.desk.change_settings(changed)


def _appearances() -> list[tuple[str, str]]:
    words = {
        Appearance.SYSTEM: _("System"),
        Appearance.LIGHT: _("Light"),
        Appearance.DARK: _("Dark"),
        Appearance.CONTRAST: _("High contrast"),
    }
    return [(appearance.value, words[appearance]) for appearance in Appearance]


def _row(words: str, hint: str, control: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    texts = QVBoxLayout()
    texts.setSpacing(2)
    label = Label(words, TextRole.STRONG)
    label.setBuddy(control)
    if not control.accessibleName():
        control.setAccessibleName(words)
    control.setAccessibleDescription(hint)
    texts.addWidget(label)
    texts.addWidget(ElidedLabel(hint, TextRole.MUTED))
    row.addLayout(texts, 1)
    row.addWidget(control)
    return box


def _card(title: str, rows: list[QWidget]) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    column.addWidget(Label(title, TextRole.HEADING))
    card = Surface(SurfaceRole.CARD)
    inside = QVBoxLayout(card)
    inside.setContentsMargins(20, 16, 20, 16)
    inside.setSpacing(16)
    for at, row in enumerate(rows):
        if at:
            inside.addWidget(hairline())
        inside.addWidget(row)
    column.addWidget(card)
    return box


def _open_in_system(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

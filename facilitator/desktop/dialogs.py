"""The few questions that need a window of their own, behind one small door, so that tests can answer them."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from facilitator.foundation.words import _


class Dialogs(Protocol):
    """Asks for files and for a yes."""

    def open_file(self, title: str, kinds: str, folder: Path | None = None) -> Path | None:
        """Ask which file to open, ``kinds`` such as ``Lists (*.xlsx *.csv)``; None when nobody chose one."""
        ...

    def save_file(self, title: str, suggestion: Path, kinds: str) -> Path | None:
        """Ask where to write a file, starting from a suggestion; None when nobody chose."""
        ...

    def folder(self, title: str, start: Path) -> Path | None:
        """Ask for a folder; None when nobody chose one."""
        ...

    def confirm(self, question: str, consequence: str, yes: str) -> bool:
        """Ask before something that cannot be undone; ``yes`` is the verb on the button."""
        ...


class WindowDialogs:
    """The real dialogs, of the system where it has them."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def open_file(self, title: str, kinds: str, folder: Path | None = None) -> Path | None:
        """Ask which file to open."""
        chosen, _kind = QFileDialog.getOpenFileName(self._parent, title, str(folder or Path.home()), kinds)
        return Path(chosen) if chosen else None

    def save_file(self, title: str, suggestion: Path, kinds: str) -> Path | None:
        """Ask where to write a file."""
        chosen, _kind = QFileDialog.getSaveFileName(self._parent, title, str(suggestion), kinds)
        return Path(chosen) if chosen else None

    def folder(self, title: str, start: Path) -> Path | None:
        """Ask for a folder."""
        chosen = QFileDialog.getExistingDirectory(self._parent, title, str(start))
        return Path(chosen) if chosen else None

    def confirm(self, question: str, consequence: str, yes: str) -> bool:
        """Ask; *Cancel* is what Enter and Escape choose."""
        box = QMessageBox(self._parent)
        box.setTextFormat(box.textFormat().PlainText)
        box.setWindowTitle(question)
        box.setText(question)
        box.setInformativeText(consequence)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is agree

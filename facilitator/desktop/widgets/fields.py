"""Fields: search, minutes, times of day, dates, counts. They speak in values and never in half-typed text."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.labels import restyle
from facilitator.foundation.minutes import clock_label, parse_clock, parse_minutes, span_label
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from facilitator.desktop.theme.look import Look


class SearchField(QLineEdit):
    """A line to search with; Escape empties it.

    Signals: ``textChanged`` of Qt, with every letter.
    """

    def __init__(self, look: Look, hint: str) -> None:
        super().__init__()
        self._look = look
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self._glass = QAction(hint, self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        emptying = self.findChild(QAction, "_q_qlineeditclearaction")
        if emptying is not None:
            emptying.setText(_("Empty the search"))
        self._tint()
        look.changed.connect(self._tint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field with Escape; an empty one lets it pass."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def _tint(self) -> None:
        self._glass.setIcon(self._look.icon(IconName.SEARCH, "text3", size=16))


class _ValueField(QLineEdit):
    """A line whose text stands for a value: read when it is left or Enter is pressed, put back when it is none."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.editingFinished.connect(self._on_finished)
        self.textEdited.connect(self._on_edited)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the value back with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self._show()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the text when the field is reached by keyboard, so that typing replaces it."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.selectAll()

    def _on_edited(self, text: str) -> None:
        self._mark(wrong=not self._fits(text))

    def _on_finished(self) -> None:
        if self.isModified():
            self.setModified(False)
            self._take(self.text())
        self._show()

    def _mark(self, *, wrong: bool) -> None:
        if self.property("wrong") != ("true" if wrong else "false"):
            self.setProperty("wrong", "true" if wrong else "false")
            restyle(self)

    def _put(self, text: str) -> None:
        self.setText(text)
        self.setCursorPosition(0)
        self.setModified(False)
        self._mark(wrong=False)

    def _fits(self, text: str) -> bool:
        return bool(text)

    def _take(self, text: str) -> None:
        """Take a typed text as the value, if it is one."""

    def _show(self) -> None:
        """Write the value."""


class MinutesField(_ValueField):
    """A length: ``45``, ``1h30``, ``1:30``, ``+5``.

    Signals:
        minutes_chosen: whole minutes the user typed; only when they differ from before.
    """

    minutes_chosen = Signal(int)

    def __init__(self, name: str, minutes: int = 0) -> None:
        super().__init__(name)
        self._minutes = minutes
        self.setToolTip(_("Minutes: 45, 1h30, 1:30, or +5 for five more"))
        self._show()

    def minutes(self) -> int:
        """Give the length in minutes."""
        return self._minutes

    def set_minutes(self, minutes: int) -> None:
        """Show a length."""
        self._minutes = minutes
        self._show()

    def _fits(self, text: str) -> bool:
        return self._read(text) is not None

    def _read(self, text: str) -> int | None:
        # What we show can be typed: "1 h 30" and "45 min"
        return parse_minutes(text.replace(" ", ""), current=self._minutes)

    def _take(self, text: str) -> None:
        minutes = self._read(text)
        if minutes is not None and minutes != self._minutes:
            self._minutes = minutes
            self.minutes_chosen.emit(minutes)

    def _show(self) -> None:
        self._put(span_label(self._minutes))


class TimeField(_ValueField):
    """A time of day, or nothing where that is allowed: ``9``, ``9:05``, ``0905``.

    Signals:
        time_chosen: minutes since midnight, or None, when the user changed it.
    """

    time_chosen = Signal(object)

    def __init__(self, name: str, *, optional: bool = False) -> None:
        super().__init__(name)
        self._minute: int | None = None
        self._optional = optional
        self.setPlaceholderText(_("none") if optional else "")
        self.setToolTip(_("A time of day: 9, 9:05 or 0905"))

    def minute(self) -> int | None:
        """Give the minutes since midnight, None for none."""
        return self._minute

    def set_minute(self, minute: int | None) -> None:
        """Show a time."""
        self._minute = minute
        self._show()

    def _fits(self, text: str) -> bool:
        return parse_clock(text) is not None or (self._optional and not text.strip())

    def _take(self, text: str) -> None:
        if not self._fits(text):
            return
        minute = parse_clock(text)
        if minute != self._minute:
            self._minute = minute
            self.time_chosen.emit(minute)

    def _show(self) -> None:
        self._put("" if self._minute is None else clock_label(self._minute))


class DateField(_ValueField):
    """A date, or nothing: as this country writes it, or 2027-01-19.

    Signals:
        date_chosen: a ``datetime.date`` or None, when the user changed it.
    """

    date_chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._date: dt.date | None = None
        self.setPlaceholderText(_("not set"))
        example = QLocale().toString(QDate(2027, 1, 19), QLocale.FormatType.ShortFormat)
        self.setToolTip(_("A date such as {example} or 2027-01-19").format(example=example))

    def date(self) -> dt.date | None:
        """Give the date, None for none."""
        return self._date

    def set_date(self, date: dt.date | None) -> None:
        """Show a date."""
        self._date = date
        self._show()

    def _fits(self, text: str) -> bool:
        return not text.strip() or read_date(text) is not None

    def _take(self, text: str) -> None:
        if not self._fits(text):
            return
        date = read_date(text)
        if date != self._date:
            self._date = date
            self.date_chosen.emit(date)

    def _show(self) -> None:
        self._put("" if self._date is None else long_date(self._date))


class CountField(_ValueField):
    """A count of people or things, typed or walked with the arrow keys; a count out of range is put back.

    Signals:
        valueChanged: the count the user chose, or :meth:`setValue` was given.
    """

    valueChanged = Signal(int)

    def __init__(self, name: str, least: int, most: int) -> None:
        super().__init__(name)
        self._range = range(least, most + 1)
        self._value = least
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setToolTip(_("A number from {least} to {most}").format(least=least, most=most))
        self._show()

    def value(self) -> int:
        """Give the count."""
        return self._value

    def setValue(self, value: int) -> None:
        """Choose a count, the nearest one in range, and tell it when it is another."""
        value = min(max(value, self._range[0]), self._range[-1])
        if value != self._value:
            self.show_count(value)
            self.valueChanged.emit(value)

    def show_count(self, count: int) -> None:
        """Show a count without telling anybody."""
        self._value = count
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count up and down with the arrow keys."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None or self.isReadOnly():
            super().keyPressEvent(event)
            return
        self.setValue(self._value + step)

    def _fits(self, text: str) -> bool:
        return text.strip().isdecimal() and int(text) in self._range

    def _take(self, text: str) -> None:
        if self._fits(text):
            self.setValue(int(text))

    def _show(self) -> None:
        self._put(str(self._value))


def read_date(text: str) -> dt.date | None:
    """Read a date as ISO writes it, as this country does, or as we show it; None when it is none."""
    text = text.strip()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        pass
    locale = QLocale()
    for pattern in (locale.dateFormat(QLocale.FormatType.ShortFormat), "d.M.yyyy", "d MMM yyyy", _LONG):
        read = locale.toDate(text, pattern, 2000)
        if read.isValid():
            return dt.date(read.year(), read.month(), read.day())
    return None


_LONG = "ddd d MMM yyyy"


def long_date(date: dt.date) -> str:
    """Write a date as ``Tue 19 Jan 2027`` in the user's language."""
    return QLocale().toString(QDate(date.year, date.month, date.day), _LONG)

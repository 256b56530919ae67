"""The Agenda place: library, day and inspector."""

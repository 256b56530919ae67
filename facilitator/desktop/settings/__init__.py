"""The Settings place: how the app looks and where it keeps things."""

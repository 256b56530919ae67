"""The frame around every place: rail, top bar, palette, window."""

"""How a chart is drawn, as plain data: axis, places and looks, for the deck and for the window alike."""

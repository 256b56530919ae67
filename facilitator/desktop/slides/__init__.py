"""Slides drawn by Qt: thumbnails, the console's preview and the projector share one painter."""

"""The Live place: the presenter's console, and the audience view on the projector."""

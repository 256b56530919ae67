"""The People place: roster, check-in, lists taken in."""

"""Who takes part: the roster, lists taken in, presence."""

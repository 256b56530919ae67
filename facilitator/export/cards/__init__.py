"""Cards, sheets and answer keys of the units, for printing."""

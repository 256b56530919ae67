"""Everything Qt: windows, models, commands, workers, theme."""

"""What every room stands on: findings, errors, clocks, safe names, limits, atomic files, settings."""

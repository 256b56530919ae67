"""Facilitator: plan, run and hand over workshops."""

__version__ = "0.1.0"

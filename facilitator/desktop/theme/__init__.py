"""Colours, type and icons: one set of tokens for every window."""

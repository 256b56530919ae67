"""The pieces every window is made of."""

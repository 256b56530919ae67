"""The Papers place: everything that leaves, each as a card with its first page."""

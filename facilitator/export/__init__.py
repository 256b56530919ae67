"""What leaves the app: slide decks and workbooks."""

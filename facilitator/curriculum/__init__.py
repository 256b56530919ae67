"""What can be taught: units, audiences, programmes, card decks, facts, and how they are read and tailored."""

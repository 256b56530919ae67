"""What is happening: the session clock, its log, and what the windows may show of it."""

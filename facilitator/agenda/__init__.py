"""What will be taught: agenda, schedule arithmetic and reversible edits."""

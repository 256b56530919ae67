"""The one document that holds a workshop, and how it is kept, recovered and undone."""

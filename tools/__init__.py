"""Scripts for people who work on Facilitator."""

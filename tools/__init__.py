"""Scripts that make shipped assets; none of them is needed to run the app."""

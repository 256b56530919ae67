"""The slide deck: planned as slide specs, fitted to the template, written as a package."""

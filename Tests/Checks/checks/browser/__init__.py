"""A browser on every page."""

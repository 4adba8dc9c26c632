"""Akistata beside nginx and h11."""

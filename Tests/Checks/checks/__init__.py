"""Checks of the built program by outside tools."""

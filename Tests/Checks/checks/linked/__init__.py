"""Linked data, citations, timelines, charts, calendars and feeds."""

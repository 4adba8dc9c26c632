"""Dates by other readers of EDTF, and by other calendars."""

"""Load, faults and time."""

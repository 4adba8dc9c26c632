"""What was promised in the release before, and whether it is kept."""

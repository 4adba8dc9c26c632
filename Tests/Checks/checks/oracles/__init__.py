"""The evidence worked out once more, by other means: from the words of the documentation, in fractions, by brute force and by z3."""

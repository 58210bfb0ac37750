"""The readings of a day: their line, and choosing them again."""

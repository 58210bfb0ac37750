"""Counts of what the log holds."""

"""Writes a list: finds the boxes and lines of its readings, changes as few bytes as it can."""

"""Marks around an entry: bullets, boxes, durations, dates and tags."""

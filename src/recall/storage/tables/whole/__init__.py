"""Whole libraries: all rows of all tables, for exports and for bringing them back."""

"""Searching: the words of a search, and where in a resource they stand."""

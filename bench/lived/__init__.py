"""Simulates people with hidden memories who live with a reading list for half a year."""

"""Simulates people for more than a year: true memories, policies, and measures."""

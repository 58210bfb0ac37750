"""Walks through the blocks of a list in order, and collects its items and sections."""

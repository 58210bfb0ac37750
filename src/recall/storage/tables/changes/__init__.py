"""Writes to resources: new ones and edits, cards, and what an import changes."""

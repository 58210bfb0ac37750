"""Faults done to recall on purpose, each kind in a module of its own. `kinds` lists them."""

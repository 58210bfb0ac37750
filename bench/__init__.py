"""Measures recall. Run from the checkout: `python -m bench.commands`."""

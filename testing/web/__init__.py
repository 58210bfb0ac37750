"""A browser for tests of the page."""

"""The page as a server: one on a computer, at an address, until it is ended."""

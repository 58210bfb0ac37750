"""Which link of a line is the work: its title, its URL, and the links that stand with it."""

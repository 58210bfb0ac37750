"""Looking at links: which, in what order, and what is noted."""

"""A person simulated for more than a year: true memories, ways to revisit, and what counts."""

"""The memory model: FSRS, its formulas, its fit to a person, and how well it predicts."""

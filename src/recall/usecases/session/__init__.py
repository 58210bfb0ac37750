"""A review session: what it goes through, the steps done in it, and how it is undone."""

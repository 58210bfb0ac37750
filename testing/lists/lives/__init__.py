"""Random lives of a list that is edited on both sides and then undone."""

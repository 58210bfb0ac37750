"""The plan of one day: what to revisit and what to read, in which order."""

"""Faults of the conversation with a PostgreSQL server: cut, silent, or without its reply."""

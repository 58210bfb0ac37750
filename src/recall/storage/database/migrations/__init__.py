"""Alembic's migrations of the library. They import nothing of the live program."""

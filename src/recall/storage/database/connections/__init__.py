"""Connections to SQLite and to PostgreSQL."""

"""Throwaway databases: a PostgreSQL server, tables made once, and dumps of them."""

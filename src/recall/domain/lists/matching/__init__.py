"""Finds what an edited list calls otherwise and is the same, and joins two that are one."""

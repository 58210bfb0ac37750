"""Finds what an edited list calls by another address or title, and is the same resource."""

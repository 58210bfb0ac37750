"""Lists in a few words, the person's own list, catalogs, and what an import made of them."""

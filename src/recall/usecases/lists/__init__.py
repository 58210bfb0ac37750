"""Lists in: reading files, building catalogs, importing."""

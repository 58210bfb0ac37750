"""Lists: how they stand with their files, imports, and exports."""

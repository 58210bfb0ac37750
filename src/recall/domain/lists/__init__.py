"""What a list says: kinds, sections, series, and what an import would change."""

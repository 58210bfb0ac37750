"""A resource, its card, its log and the catalog it comes from."""

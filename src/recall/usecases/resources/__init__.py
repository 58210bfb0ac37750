"""Adding, changing and shelving resources."""

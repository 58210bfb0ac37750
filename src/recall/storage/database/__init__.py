"""The database itself: where it is, its schema, its migrations, its errors."""

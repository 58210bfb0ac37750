"""Lists and the library in step, both ways."""

"""What goes from the library into the file of a list."""

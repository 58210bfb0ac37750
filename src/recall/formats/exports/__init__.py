"""What a library is written as: a module for each format, and a table of them."""

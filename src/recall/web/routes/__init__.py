"""One module for each page, and a table of them."""

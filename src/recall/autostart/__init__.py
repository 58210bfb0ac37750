"""Starting with the desktop: one module for each way to do so, and a table of them."""

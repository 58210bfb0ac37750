"""Starting with the desktop: one module for each platform's way, and a table of them."""

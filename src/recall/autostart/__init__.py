"""Starting with the desktop: one module for each platform, and a table of them."""

"""Services that know titles and lengths exactly: one module each, and a table of them."""

"""Citations: the names of authors, and the title beside them."""

"""A title that stands apart from its links: a heading, a line or a bullet above them."""

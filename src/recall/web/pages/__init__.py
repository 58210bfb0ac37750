"""What all pages have in common: how a request is answered, drawn, and refused."""

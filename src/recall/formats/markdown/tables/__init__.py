"""Tables: what their columns are, and which work each row is."""

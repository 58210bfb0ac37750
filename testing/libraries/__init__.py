"""Libraries that are open, lived in, graded, joined or simulated, and what stands in them."""

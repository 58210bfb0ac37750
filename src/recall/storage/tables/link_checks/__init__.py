"""What was found of links: stored, and read by resource or by outcome."""

"""What `doctor` looks for in the rows of some tables."""

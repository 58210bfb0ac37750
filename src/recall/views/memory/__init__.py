"""What is remembered: statistics, the log, and the memory model."""

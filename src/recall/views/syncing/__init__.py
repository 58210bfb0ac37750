"""What front ends show of lists and their files."""

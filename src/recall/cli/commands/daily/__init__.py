"""Commands of every day: today, next, open, read, grade, review."""

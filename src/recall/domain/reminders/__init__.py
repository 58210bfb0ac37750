"""When a reminder is owed, and what it says."""

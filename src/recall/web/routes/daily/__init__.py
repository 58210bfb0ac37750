"""The day: its plan, its session, and what is done to one thing of it."""

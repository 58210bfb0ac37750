"""The day: its plan, its session, and changes to a single visit."""

"""The memory model of a person: fitting, rescheduling and statistics."""

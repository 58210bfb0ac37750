"""A list and the library in step: what each side says, and what follows for the other. Pure."""

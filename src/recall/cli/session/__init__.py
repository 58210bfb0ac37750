"""The session of `recall review`: its keys, its screen, its keyboard."""

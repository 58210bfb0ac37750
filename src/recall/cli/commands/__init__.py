"""One module a command, in the groups that `recall --help` shows."""

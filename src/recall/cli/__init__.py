"""The command line: one module a command, and one door where errors are printed."""

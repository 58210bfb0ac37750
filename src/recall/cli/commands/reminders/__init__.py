"""`recall remind` and its subcommands."""

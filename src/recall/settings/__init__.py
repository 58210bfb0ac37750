"""The settings: `table` lists them, `file` reads and writes them, `locations` finds the files."""

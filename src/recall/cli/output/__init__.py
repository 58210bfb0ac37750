"""What reaches the terminal: safe text, measured in columns, in color where that is wanted."""

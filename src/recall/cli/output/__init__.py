"""Terminal output: safe text, measured in columns, in color if wanted."""

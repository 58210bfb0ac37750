"""Finding resources: listed, searched, and counted by section."""

"""Rules about the pages that resources link to: what they say, and what it changes."""

"""What links, titles and sections tell of kind, minutes and language, where the list does not."""

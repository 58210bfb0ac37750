"""One module a revision, numbered without gaps."""

"""Lists and their files: where each is, and what it was when it agreed with the library."""

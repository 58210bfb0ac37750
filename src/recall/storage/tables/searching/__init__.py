"""Questions of a search: which resources have a word in their fields, and the notes of all."""

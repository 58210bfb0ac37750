"""One module per format that lists come in, and the identity of what they link to."""

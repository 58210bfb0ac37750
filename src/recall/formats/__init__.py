"""One module per list format, and the identity of links."""

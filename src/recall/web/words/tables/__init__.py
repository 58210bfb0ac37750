"""Tables of the sentences of the domain, by their subject."""

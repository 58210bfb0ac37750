"""The language of the page: its messages, its dates, and the sentences of the domain."""

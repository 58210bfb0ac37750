"""One module for each table or aggregate: its reads, its writes, and rows as types."""

"""Markdown as it is written: blocks, links, bare URLs, and what is hidden in it."""

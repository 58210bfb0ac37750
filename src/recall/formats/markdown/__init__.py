"""Markdown lists as people write them; `reader.parse` is the way in.

A file goes through `parser` (markdown-it), `blocks` (a tree of headings, bullets, rows) and
`lines` (text and links); `reader` walks the tree, `outline` says which section it is in, and
`entries` and `bullets` decide what is an entry. `titles`, `marks`, `links`, `pseudo` and
`bare_urls` hold the rules for one thing each.
"""

"""What the text before a link says: a title, what stands before a title, and whose work it is."""

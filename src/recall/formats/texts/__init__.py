"""Texts that are read a line at a time: todo.txt, and any text with URLs in it."""

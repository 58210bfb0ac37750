"""Commands that change a resource: add, edit, note, undo."""

"""Several doors to one library at once: syncs and an editor, page and terminal, a late queue."""

"""Commands about lists: section, init, import, catalog."""

"""Hostile bytes and texts into every door of recall that takes any. `doors` has the kinds."""

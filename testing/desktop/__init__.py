"""A private session bus, a real desktop, a daemon under the clock of a test, and its contracts."""

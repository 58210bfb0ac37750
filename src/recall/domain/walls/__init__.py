"""Pages that stand in front of others: a login, a check for robots, an error page."""

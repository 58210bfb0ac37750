"""What the sites of a kind have in common in their addresses; site_rules.py has their table."""

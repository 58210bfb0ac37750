"""How long visits take."""

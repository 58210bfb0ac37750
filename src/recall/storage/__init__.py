"""The only room that knows the database: plain SQL through one door."""

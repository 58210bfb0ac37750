"""Reads and writes of plans, and of the days that they are made for."""

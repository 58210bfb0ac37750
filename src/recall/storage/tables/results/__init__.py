"""Reads of the log as a whole: ratings to fit parameters to, and statistics."""

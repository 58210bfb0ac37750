"""Runs commands and sessions inside the test, or kills them in processes of their own."""

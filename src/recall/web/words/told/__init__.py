"""Sentences about views: a day, a week, statistics, the coming days, the last action."""

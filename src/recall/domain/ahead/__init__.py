"""Looks ahead: the coming days, the year's workload, and why a resource waits."""

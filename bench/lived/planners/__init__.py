"""The planners that are compared with recall."""

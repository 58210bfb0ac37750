"""Predicts logs of revisits, real and simulated, each revisit from those before it."""

"""Commands that look: show, why, list, history."""

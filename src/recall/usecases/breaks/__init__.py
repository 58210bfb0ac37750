"""Days off and pauses, and the return from them."""

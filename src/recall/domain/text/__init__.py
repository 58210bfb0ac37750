"""Numbers and dates as people write them, and text made safe to show. Imports no other room."""

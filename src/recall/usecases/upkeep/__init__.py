"""Opening, checking and copying a library."""

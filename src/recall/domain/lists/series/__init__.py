"""Series: which titles of a section are numbered parts of the same thing."""

"""How the time of a command grows with the size of what it is given, as an exponent."""

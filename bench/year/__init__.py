"""A year of one person whose memory is far from the average one, lived through the commands."""

"""What was found of links, as front ends show it."""

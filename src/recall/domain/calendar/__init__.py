"""Study days, times of day, the minutes of each day, and pauses."""

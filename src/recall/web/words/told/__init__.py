"""What views tell, in sentences: a day, a week, statistics, the coming days, the last action."""

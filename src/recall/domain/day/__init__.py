"""The plan of one study day: made once by one planner, kept, and struck off as things are done."""

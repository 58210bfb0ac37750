"""Which day a revisit falls on: load balancing, backlogs, and moving due dates."""

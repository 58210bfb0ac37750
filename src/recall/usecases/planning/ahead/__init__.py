"""The days ahead: how they are forecast, and the workload of a year."""

"""Commands about memory: stats, forecast, workload, optimize."""

"""Rating a resource: a first reading, a revisit, a sitting, and a preview of each."""

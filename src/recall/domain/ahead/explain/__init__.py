"""Why a resource is in today's queue, or is not, in one paragraph."""

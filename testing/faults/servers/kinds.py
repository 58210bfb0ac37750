"""The kind of faults of a conversation with a server."""

from testing.faults.kind import Kind
from testing.faults.servers.trials import lacks, trials

SERVER = Kind(
    "server",
    "a conversation with a PostgreSQL server is cut, falls silent, or loses a reply at a byte",
    full=8000,
    few=24,
    opened=trials,
    lacks=lacks,
)

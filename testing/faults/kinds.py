"""All kinds of faults."""

from testing.faults.kind import Kind
from testing.faults.servers.kinds import SERVER

KINDS: tuple[Kind, ...] = (SERVER,)

"""All kinds of faults."""

from testing.faults.hostile.doors import HOSTILE
from testing.faults.kills.killed import KILLED
from testing.faults.kind import Kind
from testing.faults.servers.kinds import SERVER

KINDS: tuple[Kind, ...] = (KILLED, SERVER, *HOSTILE)

"""All kinds of faults."""

from testing.faults.kills.killed import KILLED
from testing.faults.kind import Kind

KINDS: tuple[Kind, ...] = (KILLED,)

"""All kinds of faults."""

from testing.faults.kind import Kind
from testing.faults.servers.kinds import CUTS, LOST_REPLIES, SILENCES

KINDS: tuple[Kind, ...] = (CUTS, LOST_REPLIES, SILENCES)

"""All kinds of faults."""

from testing.faults.kills.clocks import MOVED
from testing.faults.kills.crowds import CROWD
from testing.faults.kills.filled import FILLED
from testing.faults.kills.killed import KILLED
from testing.faults.kind import Kind

KINDS: tuple[Kind, ...] = (KILLED, CROWD, FILLED, MOVED)

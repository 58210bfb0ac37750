"""All kinds of faults."""

from testing.faults.damage.kinds import DAMAGE
from testing.faults.hostile.doors import HOSTILE
from testing.faults.kills.killed import KILLED
from testing.faults.kind import Kind

KINDS: tuple[Kind, ...] = (KILLED, *DAMAGE, *HOSTILE)

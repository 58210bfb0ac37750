"""All kinds of faults."""

from testing.faults.damage.kinds import DAMAGE
from testing.faults.kind import Kind

KINDS: tuple[Kind, ...] = (*DAMAGE,)

"""All kinds of faults."""

from testing.faults.crowds import page, queue, syncs
from testing.faults.kind import Kind

KINDS: tuple[Kind, ...] = (page.KIND, queue.KIND, syncs.KIND)

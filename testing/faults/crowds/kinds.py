"""The kinds of crowds."""

from testing.faults.crowds import page, queue, syncs
from testing.faults.kind import Kind

CROWDS: tuple[Kind, ...] = (page.KIND, queue.KIND, syncs.KIND)

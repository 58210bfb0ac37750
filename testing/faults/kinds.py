"""All kinds of faults."""

from testing.faults.kind import Kind

KINDS: tuple[Kind, ...] = ()

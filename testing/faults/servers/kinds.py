"""The kinds of faults of a conversation with a server."""

from functools import partial

from testing.faults.kind import Kind
from testing.faults.servers.trials import lacks, trials

CUTS = Kind(
    "server cuts",
    "the conversation with a server ends at a byte, on both sides",
    full=5000,
    few=12,
    opened=partial(trials, "cut"),
    lacks=lacks,
)

LOST_REPLIES = Kind(
    "server replies lost",
    "a server does what it is told, and its reply does not arrive",
    full=2000,
    few=12,
    opened=partial(trials, "lost"),
    lacks=lacks,
)

SILENCES = Kind(
    "server silences",
    "a server says nothing any more, from a byte on",
    full=1000,
    few=4,
    opened=partial(trials, "silent"),
    lacks=lacks,
)

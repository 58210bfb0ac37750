"""The characters that stand apart, for tests that try every one of them."""

from functools import cache
from itertools import chain

from recall.domain.text.graphemes import stands_apart

PLANES = (range(0x40000), range(0xE0000, 0xF0000))
"""Code points of the planes that Unicode uses; beyond them are private ones only."""


@cache
def apart() -> str:
    """Return all characters that stand apart, once for all tests: it takes half a second."""
    # Without the cache, which would keep every one of them until the tests end.
    question = stands_apart.__wrapped__
    return "".join(filter(question, map(chr, chain.from_iterable(PLANES))))

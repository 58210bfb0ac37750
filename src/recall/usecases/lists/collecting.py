"""Garbage collection while a list is read and written."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Pause garbage collection: a list makes very many objects, and all of them stay in use."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # What was made meanwhile goes to the old objects unseen. Among the young ones it would
            # all be looked at now, and most of it is still in use.
            gc.freeze()
            gc.unfreeze()
            gc.enable()

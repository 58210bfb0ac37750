"""What the tests of reminders have: the lock, as if a daemon ran."""

from collections.abc import Iterator

import pytest

from recall.daemon.process import instance_lock


@pytest.fixture
def lock() -> Iterator[None]:
    """As if a daemon ran: it has the lock."""
    held = instance_lock.lock()
    assert held is not None
    yield
    held.release()

"""Here Alembic itself makes every library: the other tests repeat what it did once."""

import pytest


@pytest.fixture(autouse=True)
def fast_migrations() -> None:
    """Leave Alembic at work."""

"""Here Alembic itself makes every library, and files are written as carefully as by recall."""

import pytest


@pytest.fixture(autouse=True)
def fast_migrations() -> None:
    """Leave Alembic at work."""


@pytest.fixture(autouse=True)
def careless_files() -> None:
    """Wait for the disk as recall does."""


@pytest.fixture
def kept_connections() -> None:
    """Connect as recall does."""

"""Here files are written as carefully as by recall: how they break is what is tested."""

import pytest


@pytest.fixture(autouse=True)
def careless_files() -> None:
    """Wait for the disk as recall does."""


@pytest.fixture
def kept_connections() -> None:
    """Connect as recall does."""

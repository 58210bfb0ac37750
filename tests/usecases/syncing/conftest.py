"""What tests of syncing have: a small list and a library that agree."""

from pathlib import Path

import pytest

from recall.usecases.context import Context
from testing.lists.synced import LIST, Synced, synced


@pytest.fixture
def pair(library: Context, tmp_path: Path) -> Synced:
    """The list in a file, imported into the small library, on each kind of database."""
    return synced(library, tmp_path / "list.md", LIST)

"""What tests of syncing have: a small list and a library that agree."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from recall.usecases.context import Context
from testing.lists.synced import LIST, Synced, synced


@pytest.fixture
def pair(library: Context, tmp_path: Path) -> Synced:
    """The list in a file, imported into the small library, on each kind of database."""
    return synced(library, tmp_path / "list.md", LIST)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder for the many examples of a property; Hypothesis makes only one for all of them."""
    with TemporaryDirectory() as name:
        yield Path(name)

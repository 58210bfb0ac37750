"""Copies of a library that is dear to build, one for each test."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from recall.settings.table import Settings
from recall.storage.store import Store
from recall.usecases.context import Context
from testing.libraries.factories import NOW


@contextmanager
def copied(file: Path, folder: Path) -> Iterator[Context]:
    """Copy the file of a SQLite library to a folder, and open the copy."""
    copy = shutil.copy(file, folder / "library.db")
    with Store(f"sqlite:///{copy}") as store:
        yield Context(store, Settings(), NOW)

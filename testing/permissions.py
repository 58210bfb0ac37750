"""Files that may not be written, also when the tests run as root."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def unprivileged(*owned: Path) -> Iterator[None]:
    """Run as a user whom permissions hold; the paths are made that user's own first.

    Where the tests do not run as root there is nothing to do.
    """
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        yield
        return
    for path in owned:
        os.chown(path, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)

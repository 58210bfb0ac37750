"""Makes file permissions effective, even if the tests run as root."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def unprivileged(*owned: Path) -> Iterator[None]:
    """Run as an unprivileged user, who is first made the owner of the paths.

    Does nothing if the tests do not run as root.
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

"""The machine on which the reminders run."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple


class Host(NamedTuple):
    """Where the reminders run: environment variables, `sys.platform`, and the present moment."""

    environ: Mapping[str, str]
    platform: str
    now: datetime

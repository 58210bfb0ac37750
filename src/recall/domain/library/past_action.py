"""One thing that a person did."""

from datetime import date
from typing import NamedTuple


class PastAction(NamedTuple):
    """One line of the history; title is the resource's present title. at is an instant as text."""

    id: int
    kind: str
    at: str
    study_date: date
    resource_id: int | None
    summary: str
    undone: bool
    title: str | None = None

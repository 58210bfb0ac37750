"""Sets of FSRS parameters, each kept with its date."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from recall.storage.store import Reads, Store
from recall.storage.values import instant


class Parameters(NamedTuple):
    """One set of weights."""

    id: int
    weights: tuple[float, ...]


def latest(reads: Reads) -> Parameters:
    """The set in use."""
    rows = reads.rows("SELECT id, weights FROM parameters ORDER BY id DESC LIMIT 1")
    return Parameters(rows[0][0], tuple(json.loads(rows[0][1])))


def by_id(reads: Reads) -> dict[int, tuple[float, ...]]:
    """Every set that was ever in use."""
    rows = reads.rows("SELECT id, weights FROM parameters")
    return {number: tuple(json.loads(weights)) for number, weights in rows}


def add(store: Store, weights: Sequence[float], now: datetime, note: str) -> None:
    """Keep a new set; it is the one in use from then on."""
    from sqlalchemy import insert

    from recall.storage.schema import parameters

    row = {"model": "FSRS-6", "weights": json.dumps(list(weights)), "note": note}
    with store.transaction() as connection:
        connection.execute(insert(parameters).values(**row, created_at=instant(now)))

"""Sets of FSRS parameters, kept with their dates and scores; one of them is in use."""

from collections.abc import Sequence
from datetime import datetime
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from recall.domain.memory.weights import Weights
from recall.errors import DamagedLibrary
from recall.storage.database.codec import instant
from recall.storage.reads import Reads
from recall.storage.store import Store

if TYPE_CHECKING:
    from recall.domain.memory.rated_log import Kept
    from recall.storage.actions import Action


NUMBERS = len(Weights._fields)

_WHAT_IS_WRONG = "'recall doctor' says what is wrong"


class Parameters(NamedTuple):
    """One set of weights."""

    id: int
    weights: Weights


def latest(reads: Reads) -> Parameters:
    """Return the set in use; StorageError if there is none or it cannot be read."""
    rows = reads.rows("SELECT id, weights FROM parameters WHERE in_use = true")
    if not rows:
        raise DamagedLibrary(f"no parameter set is in use; {_WHAT_IS_WRONG}")
    return Parameters(rows[0][0], _read(*rows[0]))


def first_id(reads: Reads) -> int:
    """Return the ID of the set that the library began with: FSRS-6's published weights."""
    ((number,),) = reads.rows("SELECT coalesce(min(id), 0) FROM parameters")
    return int(number)


def by_id(reads: Reads) -> dict[int, Weights]:
    """Return every set that was ever in use, by ID; StorageError if one cannot be read."""
    rows = reads.rows("SELECT id, weights FROM parameters")
    return {number: _read(number, weights) for number, weights in rows}


def kept(reads: Reads) -> "list[Kept]":
    """Return every set that was ever in use, oldest first, with its scores."""
    from recall.domain.memory.rated_log import Kept, Scores

    rows = reads.rows(
        "SELECT id, created_at, coalesce(note, ''), in_use, revisits, tested, log_loss, "
        "log_loss_default, log_loss_before FROM parameters ORDER BY id"
    )
    return [
        Kept(
            id=row[0],
            created_at=row[1],
            note=row[2],
            in_use=bool(row[3]),
            scores=None if row[4] is None else Scores(*row[4:]),
        )
        for row in rows
    ]


def replayed_under(reads: Reads) -> dict[int, int]:
    """Map resources whose memory was replayed since their last review to the set used."""
    sql = "SELECT id, parameters_id FROM resource WHERE parameters_id IS NOT NULL"
    return dict(reads.rows(sql))


def made_under(reads: Reads) -> dict[int, int]:
    """Map each resource to its memory's set: its last review's, or the one of its replay."""
    sql = "SELECT resource_id, parameters_id FROM review WHERE void_by IS NULL ORDER BY id"
    return dict(reads.rows(sql)) | replayed_under(reads)


def add(store: Store, weights: Sequence[float], now: datetime, note: str) -> None:
    """Store the first set of a library; it is in use."""
    with store.transaction() as connection:
        connection.execute(
            "INSERT INTO parameters (model, weights, note, created_at, in_use) "
            "VALUES (:model, :weights, :note, :created_at, true)",
            _row(weights, now, note),
        )


def use(action: "Action", number: int) -> None:
    """Use a stored set from now on."""
    before = action.rows("SELECT id FROM parameters WHERE in_use = true")
    changed = {kept: {"in_use": False} for (kept,) in before} | {number: {"in_use": True}}
    action.update_many("parameters", changed)


def _row(weights: Sequence[float], now: datetime, note: str) -> dict[str, object]:
    written = {"model": "FSRS-6", "weights": _written(weights), "note": note}
    return {**written, "created_at": instant(now)}


def _read(number: int, stored: str) -> Weights:
    weights = read(stored)
    if weights is None:
        raise DamagedLibrary(f"parameter set {number} cannot be read; {_WHAT_IS_WRONG}")
    return weights


def read(stored: str) -> Weights | None:
    """Read a JSON list of weights; None if it is not one.

    By hand: importing json would cost `recall today` 3 ms.
    """
    try:
        weights = Weights._make(map(float, stored.strip("[]").split(",")))
    except (TypeError, ValueError):  # not 21, or not numbers
        return None
    sound = all(map(isfinite, weights)) and weights.w20 > 0  # recall decays
    return weights if sound else None


def _written(weights: Sequence[float]) -> str:
    return f"[{', '.join(map(repr, map(float, weights)))}]"

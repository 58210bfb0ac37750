"""Mends what `doctor` finds and can mend without losing anything: rows as one action."""

from collections.abc import Sequence
from typing import NamedTuple, Self

from recall.errors import StorageError
from recall.storage import integrity
from recall.storage.actions import Abandoned, Action, begin
from recall.storage.tables.faults.applying import apply
from recall.storage.tables.faults.found import Fault
from recall.storage.tables.faults.mends import Mend, mends
from recall.storage.tables.faults.row_faults import as_stored
from recall.usecases.context import Context
from recall.usecases.upkeep.checking import all_faults

_ROUNDS = 5
"""A mended row can show another fault; after so many looks nothing new was ever found."""

_BEYOND_REPAIR = (
    "the file of the library is damaged, and not only its rows and indexes; nothing was changed; "
    "'recall restore FILE' brings a backup back, and 'recall doctor' says more"
)


class Repair(NamedTuple):
    """What becomes of a row: its table, its ID, the column, what is wrong, and what it becomes.

    Of an index or a trigger the table is that word, and the ID its name.
    """

    table: str
    id: object
    column: str | None
    problem: str
    becomes: str

    @classmethod
    def of(cls, mend: Mend) -> Self:
        """Return a mend in words."""
        fault = mend.fault
        where = (fault.table, fault.id, fault.column)
        return cls(*where, problem=fault.problem, becomes=mend.becomes)

    @classmethod
    def made_again(cls, fault: Fault) -> Self:
        """Return in words that an index or a trigger is made again."""
        return cls(fault.table, fault.id, None, fault.problem, becomes="it is made again")

    @property
    def is_undone(self) -> bool:
        """Whether `recall undo` takes it back: an index or a trigger stays."""
        return self.table not in ("index", "trigger")

    @property
    def sentence(self) -> str:
        """Say it in a line."""
        column = f", {self.column}" if self.column else ""
        return f"{self.table} {self.id}{column}: {self.problem}; {self.becomes}"


def repairs_of(context: Context, faults: Sequence[Fault]) -> list[Repair]:
    """Return what `repair` would first do about these faults."""
    parts = [Repair.made_again(fault) for fault in integrity.remade(context.store, dry_run=True)]
    if not faults:
        return parts
    found = mends(faults, as_stored(context.store), context.today)
    return [*parts, *(Repair.of(mend) for mend in found)]


def repair(context: Context, *, dry_run: bool = False) -> list[Repair]:
    """Mend what can be mended, as one action; return what was, or with dry_run would be, done.

    Indexes and triggers are made again before it. If no row is to be mended, there is no action.
    StorageError, with the remedy, if the file itself is damaged, or a table has rows of another.
    """
    try:
        parts = integrity.remade(context.store, dry_run=dry_run)
    except StorageError as error:
        raise StorageError(_BEYOND_REPAIR) from error
    if integrity.misplaced_rows(context.store, integrity.bad_rows(context.store)):
        raise StorageError(_BEYOND_REPAIR)
    if integrity.file_damage(context.store):
        if dry_run and parts:  # the rows can be read once these are made
            return [Repair.made_again(fault) for fault in parts]
        raise StorageError(_BEYOND_REPAIR)
    done: list[Mend] = []
    with begin(context.store, "repair", context.now, context.today) as action:
        for _ in range(_ROUNDS):
            further = _further(context, action, done)
            if not further:
                break
            apply(action, further)
            done += further
        if dry_run or not done:
            raise Abandoned
        number = len({(mend.fault.table, mend.fault.id) for mend in done})
        action.describe(None, "1 row" if number == 1 else f"{number} rows")
    return [*map(Repair.made_again, parts), *map(Repair.of, done)]


def _further(context: Context, action: Action, done: Sequence[Mend]) -> list[Mend]:
    """Return what is still to be mended; a fault that came back stays."""
    inside = context._replace(store=action.within(context.store))
    found = mends(all_faults(inside), as_stored(action), context.today)
    return [mend for mend in found if mend not in done]

"""Goes on beside rows that are damaged, for what does not need them."""

from typing import NamedTuple

from recall.errors import DamagedLibrary
from recall.storage import integrity
from recall.storage.tables.faults.row_faults import as_stored, row_faults
from recall.storage.tables.faults.standing_in import harmful, views
from recall.usecases.context import Context


class SetAside(NamedTuple):
    """What is wrong, the first of it in a sentence, and the number of rows.

    It is empty if nothing is wrong. is_file: the file itself is damaged, and not only rows.
    """

    sentence: str = ""
    rows: int = 0
    is_file: bool = False

    @property
    def error(self) -> DamagedLibrary:
        """Return the sentence as a reason, for use in an error."""
        return DamagedLibrary(f"the library is damaged: {self.sentence}; 'recall doctor' says more")

    @property
    def told(self) -> str:
        """Say that the rows are left out."""
        others = f" and {self.rows - 1} more" if self.rows > 1 else ""
        return (
            f"the library is damaged, and this goes on without what is damaged: {self.sentence}"
            f"{others}; 'recall doctor' names it"
        )


def set_aside(context: Context) -> SetAside:
    """Let every later question of this context see the library as if it were mended.

    A row that cannot be mended is left out, with what belongs to it.
    """
    store = context.store
    store.set_aside({})
    file = integrity.file_damage(store)
    if file:
        return SetAside(file[0], is_file=True)
    with store.snapshot():  # others may write meanwhile
        tables = as_stored(store)
    faults = list(row_faults(tables))
    if not faults:
        return SetAside()
    is_postgres = store.location.path is None
    store.set_aside(views(faults, tables, context.today, is_postgres=is_postgres))
    first = (harmful(faults) or faults)[0]
    return SetAside(first.sentence, len({(fault.table, fault.id) for fault in faults}))

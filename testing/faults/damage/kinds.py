"""The kinds of damage."""

from functools import partial

from testing.databases import postgres
from testing.faults.damage import files, on_postgres, trials, values
from testing.faults.kind import Kind

_ON_POSTGRES = Kind(
    "damaged-on-postgres",
    "a value that a column may not have, or a row deleted, as far as PostgreSQL takes it",
    full=1_000,
    few=1,
    opened=on_postgres.opened,
)

DAMAGE = (
    *([_ON_POSTGRES] if postgres.binaries() else ()),
    Kind(
        "damaged-values",
        "a value that a column may not have, a row deleted or doubled",
        full=14_000,
        few=12,
        opened=partial(trials.opened, damage=values.damage),
    ),
    Kind(
        "damaged-files",
        "bytes of the file changed, pages emptied or swapped, the file cut or replaced",
        full=6_000,
        few=6,
        opened=partial(trials.opened, damage=files.damage),
    ),
)

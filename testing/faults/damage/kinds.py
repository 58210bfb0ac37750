"""The kinds of damage."""

from functools import partial

from testing.faults.damage import files, trials, values
from testing.faults.kind import Kind

DAMAGE = (
    Kind(
        "damaged values",
        "a value that a column may not have, a row deleted or doubled",
        full=14_000,
        few=12,
        opened=partial(trials.opened, damage=values.damage),
    ),
    Kind(
        "damaged files",
        "bytes of the file changed, pages emptied or swapped, the file cut or replaced",
        full=6_000,
        few=6,
        opened=partial(trials.opened, damage=files.damage),
    ),
)

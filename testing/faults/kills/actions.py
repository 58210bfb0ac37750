"""All commands that write, each from the home in which it can be done."""

from typing import NamedTuple

from testing.samples import SAMPLES


class Action(NamedTuple):
    """A command, the home it starts from, and the exit codes if it is done a second time.

    first is a command that does what this one does first, as an action of its own: to make the
    library, or to bring it up.
    """

    argv: tuple[str, ...]
    home: str = "lived"
    again: tuple[int, ...] = (0,)
    first: tuple[str, ...] = ()


def _each(*commands: str) -> tuple[Action, ...]:
    return tuple(Action(tuple(one.split()), again=(0, 1, 2, 4)) for one in commands)


EMPTY = ("init", "--empty")

DAILY = _each(
    "grade 1 good --note kept --minutes 7",
    "grade 2 again",
    "read 4",
    "read 5 hard --sitting --minutes 9",
    "more 20",
    "today --minutes 15",
    "day tomorrow 0",
)

CHANGES = _each(
    "undo",
    "edit 6 --title New --label a --link paper=https://example.com/paper --priority high",
    "edit 4 5 6 --kind paper",
    "note 2 other",
    "join 7 8",
    "add https://example.com/added --title Added --section Papers",
    "postpone 1 5d",
    "suspend 4 5 6",
    "resume 9",
    "archive 3",
    "keep 1",
    "pause --until 2026-03-20",
    "section Papers first",
    "remind snooze 2h",
)

LISTS = (
    *_each("import {here}/other.md", "sync --yes", "lists forget list.md"),
    *(
        Action(("import", f"{{here}}/samples/{number}-{sample.name}"), again=(0, 1))
        for number, sample in enumerate(SAMPLES)
    ),
    *(
        Action(("import", f"{{here}}/samples/{number}-{sample.name}"), "none", (0, 1), EMPTY)
        for number, sample in enumerate(SAMPLES)
    ),
)

FILES = (
    Action(("export", "{here}/new.json"), again=(1,)),
    Action(("export", "{here}/new.ics"), again=(1,)),
    Action(("export", "{here}/out.md", "--force")),
    Action(("export", "{here}/out.csv", "--format", "csv"), again=(1,)),
    Action(("backup", "{here}/new.db")),
    Action(("backup", "{here}/copy.db")),
    Action(("catalog", "build", "{here}/list.md", "-o", "{here}/new.json"), again=(1,)),
    Action(("catalog", "build", "{here}/list.md", "-o", "{here}/c.json", "--force")),
    Action(("config", "set", "daily_minutes", "33")),
    Action(("config", "unset", "fetch.on")),
    Action(("config", "set", "language", "zh"), home="none"),
    Action(("remind", "uninstall"), again=(0, 1)),
)

WHOLE = (
    Action(("init",), home="none", again=(1,)),
    Action(("init", "--empty"), home="none", again=(1,)),
    Action(("add", "https://example.com/a", "--no-fetch"), home="none", again=(0, 1), first=EMPTY),
    Action(("list",), home="none"),
    Action(("db", "upgrade"), home="old"),
    Action(("grade", "1", "good"), home="old", again=(4,), first=("db", "upgrade")),
    Action(("init", "--empty", "--fresh")),
    Action(("doctor", "--repair", "--yes"), again=(0, 1)),
    Action(("restore", "{here}/copy.db", "--yes"), again=(0, 1, 2, 5)),
)

GROUPS = (DAILY, CHANGES, LISTS, FILES, WHOLE)
"""Each group is chosen equally often, so that the many formats do not push aside the rest."""

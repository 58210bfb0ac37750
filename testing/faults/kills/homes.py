"""Homes with a library and the files around it, made once and copied for each trial."""

import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import ExitStack, closing
from datetime import timedelta
from functools import cache
from multiprocessing.util import Finalize
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from recall.domain.memory.scheduling import DEFAULT_WEIGHTS
from recall.files.drafts import ENDING
from recall.storage.database import migrate
from recall.storage.database.codec import instant
from recall.storage.database.connections.connection import Connection
from testing.commands.killing import Killer, Outcome, Trial, killer
from testing.libraries.factories import NOW
from testing.samples import SAMPLES

CLOCK = NOW.isoformat()
BEFORE = (NOW - timedelta(days=9)).isoformat()
AT = instant(NOW - timedelta(days=9))

_OLDER = "0011"
"""The revision of the library that is brought up."""

Files = dict[str, object]
"""What is in a home: the bytes of each file, or for a database the rows of each table."""

_PASSING = (".lock", ".log", "-journal")

_SEEN = "list_file"

ITEMS = "\n".join(f"- [ ] [Item {number}](https://example.com/{number})" for number in range(12))
LIST = f"# Papers\n\n{ITEMS}\n- [x] [Read](https://example.com/read)\n\n## Later\n\n- [ ] A book\n"
OTHER = LIST.replace("example.com/1", "example.org/1") + "- [ ] [New](https://example.com/new)\n"


class Home(NamedTuple):
    """A folder that is a person's home, and the process that runs commands in it."""

    here: Path
    kept: Path
    kill: Killer

    def run(self, argv: Sequence[str], **how: object) -> Outcome:
        """Run a command, in whose arguments {here} is the home."""
        words = [one.format(here=self.here) for one in argv]
        return self.kill.run(Trial(words, **({"clock": CLOCK} | how)))  # type: ignore[arg-type]

    def ok(self, argv: Sequence[str], **how: object) -> None:
        """Run a command that has to succeed."""
        outcome = self.run(argv, **how)
        assert outcome.code == 0, (argv, outcome)

    def take(self, name: str) -> None:
        """Let the home be as the one of that name was made."""
        shutil.rmtree(self.here, ignore_errors=True)
        shutil.copytree(self.kept / name, self.here)

    def keep(self, name: str) -> None:
        """Keep the home as it is under a name."""
        shutil.copytree(self.here, self.kept / name)

    def files(self) -> Files:
        """Return all that is in the home, without drafts, locks and logs."""
        found: Files = {}
        for path in sorted(self.here.rglob("*")):
            name = path.relative_to(self.here).as_posix()
            if path.is_file() and not path.name.endswith((ENDING, *_PASSING)):
                found |= tables(path, name) if is_database(path) else {name: path.read_bytes()}
        return found

    def drafts(self) -> list[str]:
        """Return the names of drafts and journals that are left."""
        endings = (ENDING, "-journal", ".new")
        return [path.name for path in self.here.rglob("*") if path.name.endswith(endings)]


def lacks() -> str:
    """Return why no command can be stopped at a system call here."""
    return "" if sys.platform == "linux" else "it traces processes as Linux lets it"


@cache
def the_home() -> Home:
    """Make the homes, once in a process: `lived`, `none` without a library, `old` to bring up.

    They are used at one place, because a library knows the paths of its lists.
    """
    stay = ExitStack()
    Finalize(None, stay.close, exitpriority=1)  # also in a worker, which runs no atexit
    folder = Path(stay.enter_context(TemporaryDirectory(prefix="recall-homes-")))
    here = folder / "used" / "here"
    environ = {
        "HOME": str(here),
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "TZ": "Asia/Shanghai",
        "RECALL_DATABASE_URL": f"sqlite:///{here}/data/library.db",
        "RECALL_CONFIG": f"{here}/config/config.toml",
    }
    home = Home(here, folder / "kept", stay.enter_context(killer()).within(environ))
    _make(home)
    return home


def _make(home: Home) -> None:
    home.here.mkdir(parents=True)
    for name, text in (("list.md", LIST), ("other.md", OTHER), ("out.md", "old"), ("c.json", "{}")):
        (home.here / name).write_text(text)
    (home.here / "samples").mkdir()
    for number, sample in enumerate(SAMPLES):
        (home.here / "samples" / f"{number}-{sample.name}").write_bytes(sample.data)
    home.keep("none")
    home.ok(["config", "set", "fetch.on", "false"])
    (home.here / "data").mkdir()
    migrate.create(f"sqlite:///{home.here}/data/library.db", _fill, _OLDER)
    home.keep("old")
    shutil.rmtree(home.here / "data")
    _live(home)
    home.keep("lived")


def _fill(connection: Connection) -> None:
    """Give a library of an earlier revision its parameters, as it was made with them."""
    weights = json.dumps(DEFAULT_WEIGHTS)
    connection.execute(
        "INSERT INTO parameters (model, weights, note, created_at, in_use) "
        "VALUES ('FSRS-6', :weights, 'FSRS-6 defaults', :at, 1)",
        {"at": AT, "weights": weights},
    )


def _live(home: Home) -> None:
    home.ok(["import", "{here}/list.md"], clock=BEFORE)
    for argv in (
        ["read", "1", "good"],
        ["read", "2", "hard", "--note", "a note"],
        ["suspend", "9"],
    ):
        home.ok(argv, clock=BEFORE)
    home.ok(["sync", "--yes"], clock=BEFORE)
    home.ok(["backup", "{here}/copy.db"], clock=BEFORE)
    home.ok(["today"])
    home.ok(["read", "10", "good"])  # a sync ticks its box, and takes in the new line
    path = home.here / "list.md"
    path.write_text(path.read_text() + "- [ ] [Late](https://example.com/late)\n")
    home.ok(["edit", "3", "--title", "Another title"])


def is_database(path: Path) -> bool:
    """Return whether a file is a SQLite database."""
    with path.open("rb") as file:
        return file.read(15) == b"SQLite format 3"


def tables(path: Path, name: str) -> Files:
    """Return the rows of each table of a database, and its revision, under its name.

    What was last seen of the files of lists is apart, for a sync notes it after its action, and
    without the system's number of a file, which each copy has anew.
    """
    with closing(sqlite3.connect(path)) as connection:
        ask = connection.execute
        names = [one for (one,) in ask("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows: dict[str, object] = {}
        for one in names:
            columns = [row[1] for row in ask(f'PRAGMA table_info("{one}")') if row[1] != "seen"]
            listed = ", ".join(f'"{column}"' for column in columns)
            rows[one] = ask(f'SELECT {listed} FROM "{one}"').fetchall()
        rows["revision"] = ask("PRAGMA user_version").fetchone()
    return {f"{name}: {_SEEN}": rows.pop(_SEEN, None), name: rows}

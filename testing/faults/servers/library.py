"""Libraries on a PostgreSQL server that are put back as they were, and told apart by their rows."""

from time import monotonic, sleep
from typing import Literal

from recall.storage.database.columns import TABLES
from recall.storage.database.migrate import create
from testing.commands.command_line import CommandLine
from testing.databases import postgres
from testing.faults.servers.lists import LIST, LIVED, write_lists

Start = Literal["lived in", "none", "older"]
"""What an action finds: a library in use, an empty database, or a library of an older program."""

State = frozenset[tuple[object, ...]]
"""The name of each table with a digest of its rows."""

STARTS: tuple[Start, ...] = ("lived in", "none", "older")

_OLDER = "0011"

_NAMES: dict[Start, str] = {"lived in": "lived_in", "none": "nothing", "older": "older"}

_AGAIN = " ".join(
    f"DELETE FROM {table}; INSERT INTO {table} SELECT * FROM pristine.{table};" for table in TABLES
)

_COUNT_AGAIN = " ".join(
    f"SELECT setval('{table}_id_seq', (SELECT coalesce(max(id), 0) + 1 FROM {table}), false);"
    for table in TABLES
)
"""What gives the next rows the same IDs, also after a transaction that was rolled back."""

_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"

_OTHERS = (
    "SELECT pid FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = "
    "'client backend'"
)

_LOCKS = (
    "SELECT pid FROM pg_locks WHERE granted AND mode = 'ExclusiveLock' AND locktype = 'relation' "
    "AND relation = to_regclass('action')"
)

_ALONE_SECONDS = 20.0

_VOLATILE = {"list_file": ("seen",), "change": ("id",)}
"""Columns that say when a file was written, by the computer's own clock, or count rows that one
statement touched, in an order that is the server's."""


class Libraries:
    """The databases of the trials, one for each start, on a server of their own."""

    def __init__(self, server: postgres.Server, recall: CommandLine) -> None:
        """Make them; this takes a few seconds."""
        self._server = server
        for start in STARTS:
            postgres.run(server.url("postgres"), f"CREATE DATABASE {_NAMES[start]}")
        self._live(recall)
        create(self.url("older"), lambda _: None, _OLDER)
        self._keep("lived in")
        postgres.run(server.url("postgres"), f"CREATE DATABASE kept TEMPLATE {_NAMES['older']}")
        self.pristine = {start: self.state(start) for start in STARTS}

    def url(self, start: Start) -> str:
        """Return the URL of a database on the server itself."""
        return self._server.url(_NAMES[start])

    @staticmethod
    def name(start: Start) -> str:
        """Return the name of a database."""
        return _NAMES[start]

    def put_back(self, start: Start) -> None:
        """Give a library its rows again."""
        is_changed = self.state(start) != self.pristine[start]
        if start == "lived in":
            if is_changed:
                self._server.kept(self.url(start)).execute(_AGAIN.encode())
            self.count_again(start)
        elif not is_changed:
            return
        elif start == "none":
            self._server.kept(self.url(start)).execute(postgres.NOTHING.encode())
        else:
            self._server.forget(self.url(start))
            admin = self._server.kept(self._server.url("postgres"))
            admin.execute(f"DROP DATABASE {_NAMES[start]} WITH (FORCE)".encode())
            admin.execute(f"CREATE DATABASE {_NAMES[start]} TEMPLATE kept".encode())

    def count_again(self, start: Start) -> None:
        """Give the next rows the IDs after the highest ones, as if nothing was rolled back."""
        self._server.kept(self.url(start)).execute(_COUNT_AGAIN.encode())

    def state(self, start: Start) -> State:
        """Return a digest of the rows of each table; of an empty database nothing."""
        tables = sorted(str(name) for (name,) in self._rows(start, _TABLES))
        digests = " UNION ALL ".join(
            f"SELECT '{name}', md5(string_agg(row, ' ' ORDER BY row)) "
            f"FROM (SELECT {_as_text(name)} AS row FROM public.{name} AS one) AS all_rows"
            for name in tables
        )
        return frozenset(self._rows(start, digests)) if digests else frozenset()

    def wait_alone(self, start: Start) -> bool:
        """Wait until no command is connected any more; False if one stays for long."""
        if self._wait_for_none(start, _OTHERS):
            return True
        self._rows(start, _OTHERS.replace("pid", "pg_terminate_backend(pid)", 1))
        return False

    def wait_free(self, start: Start) -> bool:
        """Wait until nobody holds the lock of actions; False if somebody does for long."""
        return self._wait_for_none(start, _LOCKS)

    def _wait_for_none(self, start: Start, sql: str) -> bool:
        until = monotonic() + _ALONE_SECONDS
        while self._rows(start, sql):
            if monotonic() > until:
                return False
            sleep(0.002)
        return True

    def _live(self, recall: CommandLine) -> None:
        folder = recall.library.parent
        recall.environ["RECALL_DATABASE_URL"] = self.url("lived in")
        (folder / "list.md").write_text(LIST, encoding="utf-8")
        for argv in LIVED:
            recall.ok(*(word.format(folder=folder) for word in argv))
        write_lists(folder)

    def _keep(self, start: Start) -> None:
        copies = [f"CREATE TABLE pristine.{table} AS TABLE public.{table};" for table in TABLES]
        sql = f"CREATE SCHEMA pristine; {' '.join(copies)}"
        self._server.kept(self.url(start)).execute(sql.encode())

    def _rows(self, start: Start, sql: str) -> list[tuple[object, ...]]:
        return self._server.kept(self.url(start)).execute(sql.encode()).fetchall()


def _as_text(table: str) -> str:
    """Return SQL for a row as text, without what the clock of the computer says."""
    left_out = "".join(f" - '{column}'" for column in _VOLATILE.get(table, ()))
    return f"(to_jsonb(one){left_out})::text"

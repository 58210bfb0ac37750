"""Values of a library on PostgreSQL are damaged, as far as the server takes what is damaged."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from recall.storage.database.columns import TABLES
from recall.usecases.upkeep.backups import bring_back
from testing.databases import postgres
from testing.faults.damage import trials
from testing.faults.damage.hostile import hostile
from testing.faults.damage.values import Rows
from testing.faults.kind import Trial

if TYPE_CHECKING:
    from psycopg import Connection

HEALTHY, PATIENT = "healthy", "patient"
"""The databases: one that stays as it is, and the copy of it that is damaged."""

_PATIENTLY = "SET session_replication_role = replica; SET lock_timeout = 5000"


class PostgresPatient(trials.Patient):
    """A command line whose library is a copy of a healthy database."""

    def __init__(self, folder: Path, server: postgres.Server) -> None:
        super().__init__(folder, _none)
        self._server = server
        postgres.run(server.url("postgres"), f"CREATE DATABASE {HEALTHY}")
        now = self.recall.now
        bring_back(server.url(HEALTHY), self.recall.library, now, now.date())
        self.recall.environ["RECALL_DATABASE_URL"] = server.url(PATIENT)

    def heal(self) -> None:
        """Copy the healthy database."""
        super().heal()
        with self._server.kept(self._server.url("postgres")).cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {PATIENT} WITH (FORCE)".encode())
            cursor.execute(f"CREATE DATABASE {PATIENT} TEMPLATE {HEALTHY}".encode())

    def damage(self, random: Random) -> str:
        """Damage a value or a row, as another program with the owner's rights could."""
        import psycopg

        with psycopg.connect(self._server.url(PATIENT), autocommit=True) as connection:
            connection.execute(_PATIENTLY.encode())
            return _damaged(connection, random)

    def rows(self, but: Sequence[str] = ()) -> Rows:
        """Return the rows of every table, as text."""
        import psycopg

        with psycopg.connect(self._server.url(PATIENT)) as connection:
            return {
                table: {
                    (number, *row)
                    for number, *row in connection.execute(
                        f"SELECT id, t::text FROM {table} t".encode()
                    )
                }
                for table in TABLES
                if table not in but
            }


def _none(_library: Path, _random: Random) -> str:
    return "nothing"


def _damaged(connection: "Connection[tuple[object, ...]]", random: Random) -> str:
    import psycopg

    table = random.choice(list(TABLES))
    found = connection.execute(f"SELECT id FROM {table} ORDER BY id".encode()).fetchall()
    if not found:
        return f"{table} is empty"
    (number,) = random.choice(found)
    if random.choice((True, *(False,) * 9)):
        connection.execute(f"DELETE FROM {table} WHERE id = {number}".encode())
        return f"deleted {table} {number}"
    column = random.choice(TABLES[table][1:])
    value = random.choice((*hostile(column), *_OF_POSTGRES.get(column.type, ())))
    sql = f'UPDATE {table} SET "{column.name}" = %s WHERE id = {number}'
    try:
        connection.execute(sql.encode(), [value])
    except (psycopg.Error, ValueError) as refused:
        said = str(refused).splitlines()[0]
        return f"could not set {table} {number} {column.name} to {value!r}: {said}"
    return f"set {table} {number} {column.name} to {value!r}"


_OF_POSTGRES: dict[str, tuple[object, ...]] = {
    "date": ("infinity", "-infinity", "0044-03-15 BC", "294276-12-31"),
    "float": (float("nan"), float("nan")),
}


@contextmanager
def opened(folder: Path) -> Iterator[Callable[[int], Trial]]:
    """Start a server and make the library there; yield what does one trial on a copy of it."""
    with trials.away_from_home(folder), postgres.running() as server:
        try:
            yield trials.trials_of(PostgresPatient(folder, server))
        finally:
            server.close()

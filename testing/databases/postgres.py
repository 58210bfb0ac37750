"""A throwaway PostgreSQL server for tests, with a fresh database for each."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from testing.databases import postgres_connections, postgres_tables

if TYPE_CHECKING:
    from psycopg import Connection

PORT = 5432
"""Only part of the socket's name: the server does not listen on the network."""

STARTUP_SECONDS = 30

FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": 0,
    "shared_buffers": "16MB",
    "autovacuum": "off",
    "jit": "off",
}
"""What is lost when the machine loses power is nobody's, and nothing here is large."""


def binaries() -> Path | None:
    """Return the folder of PostgreSQL's programs; None if it is not installed."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    on_path = shutil.which("initdb")
    places = [Path(on_path).resolve().parent] if on_path else []
    for folder in (*versions, *places):
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    return None


ALONE = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND pid <> ALL(%s)
"""
"""Ends the connections of everybody else, but for those that are kept."""

NOTHING = "DROP SCHEMA public CASCADE; CREATE SCHEMA public"

KEEPER = "SET lock_timeout = 5000; SET session_replication_role = replica"
"""How a kept connection begins: as a replica's it runs no triggers, so that logs can be emptied."""


class Server:
    """A running server. Each database it creates is empty and belongs to the caller."""

    def __init__(self, folder: Path) -> None:
        """Use `running` instead of calling this; folder holds the socket."""
        self._folder = folder
        self._numbers = count(1)
        self._free: list[str] = []
        self._kept: dict[str, Connection[tuple[object, ...]]] = {}

    def url(self, database: str) -> str:
        """Return the URL of a database."""
        return f"postgresql://postgres@/{database}?host={self._folder}&port={PORT}"

    @property
    def socket(self) -> Path:
        """The socket on which it listens."""
        return self._folder / f".s.PGSQL.{PORT}"

    def new_database(self) -> str:
        """Return the URL of an empty database: one that was dropped, or else a new one."""
        if self._free:
            return self._free.pop()
        name = f"test_{next(self._numbers)}"
        run(self.url("postgres"), f"CREATE DATABASE {name}")
        return self.url(name)

    @contextmanager
    def away(self) -> Iterator[None]:
        """Make the server unreachable meanwhile, by renaming its socket."""
        moved = self.socket.rename(self._folder / "moved")
        try:
            yield
        finally:
            moved.rename(self.socket)

    def drop(self, url: str) -> None:
        """Empty a database for the next test, even if somebody is connected.

        To create another would copy the server's template, which takes far longer.
        """
        with self.kept(url).cursor() as cursor:
            cursor.execute(ALONE, [postgres_connections.kept()])
            if not postgres_tables.put_back(cursor):
                cursor.execute(NOTHING.encode())
        self._free.append(url)

    def kept(self, url: str) -> "Connection[tuple[object, ...]]":
        """Return a connection that stays open between tests; opening takes longer than its work."""
        import psycopg

        if url not in self._kept:
            self._kept[url] = psycopg.connect(url, autocommit=True)
            self._kept[url].execute(KEEPER.encode())
        return self._kept[url]

    def forget(self, url: str) -> None:
        """Close the connection that is kept to a database."""
        self._kept.pop(url).close()

    def close(self) -> None:
        """Close the connections that are kept."""
        postgres_connections.close()
        for connection in self._kept.values():
            connection.close()


def run(url: str, sql: str) -> None:
    """Run statements on a database as its owner."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.encode())


@contextmanager
def running() -> Iterator[Server]:
    """Start a server in its own folder; stop it and remove the folder afterwards.

    PostgreSQL refuses to run as root, so root starts it as another user.
    """
    programs = binaries()
    if programs is None:
        raise LookupError("PostgreSQL is not installed")
    # A short path, because a socket's name is limited to about 100 bytes.
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        user = _owner(folder)
        data = folder / "data"
        quiet = ["--auth=trust", "--username=postgres", "--no-sync", "--encoding=UTF8"]
        _run([str(programs / "initdb"), f"--pgdata={data}", "--locale=C", *quiet], folder, user)
        options = FAST | {"listen_addresses": "", "unix_socket_directories": made, "port": PORT}
        settings = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [str(programs / "postgres"), "-D", str(data), *settings],
                cwd=folder, user=user, stdout=log, stderr=log, env=_environment(),
            )  # fmt: skip
        try:
            _wait(process, folder)
            with closing(Server(folder)) as server:
                yield server
        finally:
            process.terminate()
            try:
                process.wait(STARTUP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@cache
def _other_user() -> str | None:
    import pwd

    if os.geteuid() != 0:
        return None
    known = {one.pw_name for one in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _owner(folder: Path) -> str | None:
    user = _other_user()
    if user is not None:
        shutil.chown(folder, user)
    return user


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")}


def _run(command: list[str], folder: Path, user: str | None) -> None:
    done = subprocess.run(
        command,
        check=False,
        cwd=folder,
        user=user,
        env=_environment(),
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr or done.stdout}")


def _wait(process: subprocess.Popen[bytes], folder: Path) -> None:
    """Wait until it answers; if it ends at once, report its output."""
    import psycopg

    until = time.monotonic() + STARTUP_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            psycopg.connect(Server(folder).url("postgres")).close()
        except psycopg.OperationalError:
            time.sleep(0.02)
        else:
            return
    raise RuntimeError(f"PostgreSQL did not start: {(folder / 'log').read_text()}")

"""Makes a library and brings an older one up to date, with Alembic. Loaded only for that."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from alembic import command
from alembic.config import Config

from recall.errors import StorageError
from recall.storage.backup import copy_sqlite
from recall.storage.engine import make_engine
from recall.storage.failures import storage_error
from recall.storage.location import Location, locate
from recall.storage.store import TIMEOUT_SECONDS, Store
from recall.storage.version import HEAD

MIGRATIONS = Path(__file__).parent / "migrations"

Fill = Callable[[Store], None]


def create(database_url: str, fill: Fill) -> None:
    """Make a library and fill it; nothing is there until all of it is.

    On SQLite it is made under another name and then linked to its own, so a process that is
    killed leaves no half-made library, and of two at once one wins.
    """
    location = locate(database_url)
    if location.path is None:
        _create_postgres(database_url, location, fill)
    else:
        _create_sqlite(location, fill)


def upgrade(database_url: str, migrations: Path = MIGRATIONS) -> Path | None:
    """Bring a library to the newest revision; gives the path of the copy that is made first."""
    location = locate(database_url)
    backup = None
    if location.path is not None:
        backup = Path(f"{location.path}.before-{HEAD:04d}")
        copy_sqlite(Path(location.path), backup)
    try:
        _run_migrations(location, migrations)
    except Exception as error:
        raise storage_error(error, location) from error
    return backup


def _create_sqlite(location: Location, fill: Fill) -> None:
    path = Path(str(location.path))
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear(draft)
        _run_migrations(Location(str(draft), None), MIGRATIONS)
        with Store(f"sqlite:///{draft}") as store:
            fill(store)
        _put_in_place(draft, path)
    except OSError as error:
        problem = f"cannot be made: {error.strerror or error}; check the folder"
        raise StorageError(f"the library {path} {problem}") from error
    except Exception as error:
        if type(error).__module__.startswith(("sqlalchemy", "sqlite3")):
            raise storage_error(error, location) from error
        raise
    finally:
        _clear(draft)


def _put_in_place(draft: Path, path: Path) -> None:
    with suppress(FileNotFoundError):
        if path.stat().st_size == 0:  # an empty file is no library
            path.unlink()
    try:
        os.link(draft, path)
    except FileExistsError:
        return  # another process was first, and its library is as good
    except OSError:  # a file system without links
        draft.rename(path)


def _clear(draft: Path) -> None:
    for name in (draft, draft.with_name(f"{draft.name}-journal")):
        name.unlink(missing_ok=True)


def _create_postgres(database_url: str, location: Location, fill: Fill) -> None:
    try:
        _run_migrations(location, MIGRATIONS)
    except Exception as error:
        raise storage_error(error, location) from error
    with Store(database_url) as store:
        fill(store)


def _run_migrations(location: Location, migrations: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    engine = make_engine(location, TIMEOUT_SECONDS)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        engine.dispose()

"""Opens the person's library, and creates it if there is none yet."""

from __future__ import annotations

from contextlib import contextmanager

from recall.errors import BadInput, RecallError
from recall.named_tuples import NamedTuple
from recall.storage.database.version import HEAD, NoLibrary, OldLibrary
from recall.storage.store import Store, give_up
from recall.usecases.context import Context

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime
    from pathlib import Path

    from recall.domain.library.catalog import Catalog
    from recall.settings.table import Settings
    from recall.storage.database.connections.connection import Connection
    from recall.storage.database.creating import Created

    Say = Callable[[str], None]


def open_library(
    database_url: str, settings: Settings, now: datetime, say: Say, *, empty: bool = False
) -> Context:
    """Open the library. If there is none, create it from the shipped catalog, or empty.

    A SQLite library of an older program is backed up and upgraded; a shared PostgreSQL library
    waits for `recall db upgrade`.
    """
    context = Context(Store(database_url), settings, now)
    try:
        context.store.check()
    except NoLibrary:
        catalog = None if empty else shipped_catalog()
        if make(context, database_url, catalog).made:
            say(_made(context, catalog))
    except OldLibrary:
        if context.store.location.path is None:
            raise
        say(bring_up(database_url).sentence)
    return context


@contextmanager
def existing_library(
    database_url: str,
    settings: Settings,
    now: datetime,
    settings_changed: datetime | None = None,
) -> Iterator[Context]:
    """Open the library as it is. None is made: the first read of a missing one is NoLibrary."""
    with Store(database_url) as store:
        yield Context(store, settings, now, settings_changed)


@contextmanager
def temporary_library(settings: Settings, now: datetime) -> Iterator[Context]:
    """Make an empty library that goes away again, for a dry run."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="recall-") as folder:
        url = f"sqlite:///{folder}/library.db"
        with existing_library(url, settings, now) as context:
            make(context, url, None)
            yield context


class Made(NamedTuple):
    """A library that was just made: where it is, and how many resources it has.

    kept is the library that was there before, if it was put aside.
    """

    place: str
    resources: int
    kept: Path | None = None


def init(
    database_url: str,
    settings: Settings,
    now: datetime,
    read: Callable[[], Catalog | None],
    *,
    fresh: bool = False,
) -> Made:
    """Make a library with the catalog that is read for it, or empty if that gives None.

    If there is a library already: RecallError, and nothing is read; or with fresh it is put
    aside, once the new one is made.
    """
    with existing_library(database_url, settings, now) as context:
        place = str(context.store.location)
        if fresh:
            _refuse_server(context, database_url)
        elif not is_missing(database_url):
            raise _is_there(place)
        catalog = read()
        created = make(context, database_url, catalog, now.date() if fresh else None)
        if not created.made:
            raise _is_there(place)
    return Made(place, 0 if catalog is None else len(catalog.entries), created.kept)


def _is_there(place: str) -> RecallError:
    return RecallError(f"there is a library already at {place}; it is untouched")


def _refuse_server(context: Context, database_url: str) -> None:
    if context.store.location.path is None and not is_missing(database_url):
        raise BadInput(
            "a library on PostgreSQL is not put aside; make another database on its server, and "
            "give its address in RECALL_DATABASE_URL or 'recall config set database_url'"
        )


def library_file(database_url: str) -> str | None:
    """Return the path of a SQLite library, there or not; None for one on a server."""
    return Store(database_url).location.path


def is_missing(database_url: str) -> bool:
    """Return whether there is no library yet. An older library is one."""
    with Store(database_url) as store:
        try:
            store.check()
        except NoLibrary:
            return True
        except OldLibrary:
            return False
    return False


def make(
    context: Context, database_url: str, catalog: Catalog | None, fresh: date | None = None
) -> Created:
    """Create a library, with a catalog in it or empty, if there is none; or as `create` does."""
    from recall.domain.memory.scheduling import DEFAULT_WEIGHTS
    from recall.storage.database.creating import create
    from recall.storage.tables import parameters
    from recall.usecases.lists.importing import import_catalog
    from recall.usecases.lists.which_list import Source

    def fill(connection: Connection) -> None:
        inside = context._replace(store=Store(database_url, inside=connection))
        parameters.add(inside.store, DEFAULT_WEIGHTS, context.now, "FSRS-6 defaults")
        if catalog is not None:
            import_catalog(inside, Source(catalog, None, kind="init"))

    created = create(database_url, fill, fresh)
    context.store.has_done = created.made
    return created


def give_up_servers() -> None:
    """Wait for no library's server any more, in any thread, because this process ends."""
    give_up()


def shipped_catalog() -> Catalog:
    """Return the catalog that comes with the program."""
    from recall.formats.catalog_json import parse
    from recall.formats.shipped import shipped

    path = shipped("catalog.json")
    return parse(path.read_text(encoding="utf-8"), path, shape_is_known=True)


def _made(context: Context, catalog: Catalog | None) -> str:
    where = context.store.location
    if catalog is None:
        return f"made an empty library at {where}"
    return (
        f"made the library at {where} with the {len(catalog.entries)} resources of {catalog.name}"
    )


class BroughtUp(NamedTuple):
    """The result of `db upgrade`; backup is the copy made before, if any."""

    revision: int
    upgraded: bool
    backup: Path | None

    @property
    def sentence(self) -> str:
        """Return the result as a sentence."""
        if not self.upgraded:
            return f"the library is at revision {self.revision}, the newest, already"
        kept = f"; the one before is kept in {self.backup}" if self.backup else ""
        return f"brought the library up to revision {self.revision}{kept}"


def bring_up(database_url: str) -> BroughtUp:
    """Bring a library to the newest revision, if it is not there yet."""
    from recall.storage.database.migrate import upgrade

    with Store(database_url) as store:
        try:
            store.check()
        except OldLibrary:
            return BroughtUp(HEAD, upgraded=True, backup=upgrade(database_url))
    return BroughtUp(HEAD, upgraded=False, backup=None)

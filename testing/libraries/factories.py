"""Factories of test data: entries, catalogs, and an open library at a fixed moment."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from recall.domain.library.catalog import Catalog, Entry
from recall.domain.library.resource import Place, Resource, ResourceKind, Section
from recall.formats.url_identity import canonical_url
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.storage.tables import resources
from recall.usecases.context import Context
from recall.usecases.upkeep.opening import make

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=ZONE)
TODAY = date(2026, 3, 2)
"""The study date of NOW."""


def entry(  # noqa: PLR0913 - one argument for each field that a test may set
    title: str = "A title",
    url: str | None = "",
    *,
    read: bool = False,
    minutes: int = 20,
    kind: ResourceKind = "article",
    language: str = "en",
    series: str | None = None,
    part: int | None = None,
    section: Section = ("Section",),
    places: Sequence[Place] = (),
) -> Entry:
    """Return a catalog entry. Its URL is derived from the title unless given; None is no URL."""
    written = f"https://example.org/{title.replace(' ', '-')}" if url == "" else url
    canonical = None if written is None else canonical_url(written)
    stands = tuple(places) or (Place(section, title),)
    return Entry(
        title, written, canonical, kind, language, minutes, series, part, read=read, places=stands
    )


def entries(count: int, *, read: int = 0, minutes: int = 20) -> list[Entry]:
    """Return entries named `Resource 1` and so on; the first `read` are read."""
    return [
        entry(f"Resource {number}", read=number <= read, minutes=minutes)
        for number in range(1, count + 1)
    ]


def catalog(*listed: Entry, name: str = "list") -> Catalog:
    """Return a catalog of these entries, with their sections."""
    sections = dict.fromkeys(place.section for entry in listed for place in entry.places)
    return Catalog(name, tuple(sections), listed)


def make_library(
    database_url: str,
    listed: Catalog | None = None,
    now: datetime = NOW,
    settings: Settings = Settings(),  # noqa: B008 - an immutable NamedTuple
) -> Context:
    """Make and open a library, with a catalog in it or empty. Close its store after use."""
    context = Context(Store(database_url), settings, now)
    make(context, database_url, listed)
    return context


def at(context: Context, now: datetime) -> Context:
    """Return the same library at another moment."""
    return context._replace(now=now)


def titled(context: Context, title: str) -> Resource:
    """Return the only resource with this title."""
    (found,) = [resource for resource in everything(context) if resource.title == title]
    return found


def everything(context: Context) -> list[Resource]:
    """Return every resource of the library, in list order."""
    return resources.listed(context.store, resources.Filter())

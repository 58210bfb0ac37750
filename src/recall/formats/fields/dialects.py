"""The table of dialects: where a program's names mean something else than they usually do.

Many exports need no row, because `roles.py` has their names. A dialect is one line here: its name,
the names by which it is told, the roles that differ, and the kind if all that it holds is of one.
Where a dialect is known, only the best of its links is taken, and unused columns are not named.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from recall.domain.library.resource import ResourceKind
from recall.formats.fields.roles import NOT_USED, ROLES, plain_name


class Dialect(NamedTuple):
    """A program's own names, as plain names (see roles.plain_name) separated by spaces."""

    name: str
    told_by: str
    roles: Mapping[str, str]
    kind: ResourceKind | None = None


DIALECTS = (
    Dialect("Pocket", "title url timeadded tags status", {}),
    Dialect("Readwise Reader", "title url documenttags saveddate readingprogress", {}),
    Dialect("Raindrop", "title note excerpt url folder created", {}),
    Dialect("Instapaper", "url title selection folder", {"folder": "shelf"}),
    Dialect("Goodreads", "title author exclusiveshelf", {"exclusiveshelf": "shelf"}, kind="book"),
    Dialect("StoryGraph", "title authors readstatus", {"readstatus": "state"}, kind="book"),
    Dialect(
        "Pinboard",
        "href description extended toread",
        {"description": "title", "extended": "description", "tags": "words"},
    ),
    Dialect("Omnivore", "slug url readingprogress savedat state", {"readingprogress": "percent"}),
    Dialect(
        "Readwise's API",
        "url sourceurl readingprogress location",
        {"url": NOT_USED, "category": "kind", "readingtime": "minutes"},
    ),
    Dialect(
        "GitHub's API",
        "htmlurl fullname url",
        dict.fromkeys(("url", "archived", "language", "createdat"), NOT_USED)
        | {"htmlurl": "url", "topics": "labels"},
    ),
    Dialect("wallabag", "url isarchived readingtime", {}),
    Dialect(
        "Readwise's highlights",
        "highlight booktitle bookauthor",
        {"booktitle": "title", "bookauthor": "author", "tags": NOT_USED, "location": NOT_USED},
        kind="book",
    ),
    Dialect("Zotero", "key itemtype title manualtags", {"manualtags": "labels", "date": NOT_USED}),
    Dialect("Hypothesis", "uri target document user", {"text": "note", "group": NOT_USED}),
    Dialect("calibre", "authorsort title uuid", {"comments": "description"}, kind="book"),
    Dialect(
        "BookWyrm",
        "title authortext remoteid shelf",
        {
            "remoteid": "url",
            "authortext": "author",
            "shelf": "state",
            "shelfdate": "saved_on",
            "startdate": "begun_on",
            "finishdate": "read_on",
            "reviewcontent": "note",
        },
        kind="book",
    ),
)
"""The first dialect whose names are all there is the one."""


class Layout(NamedTuple):
    """The places of each role among the names, the more telling name first; and what is unknown.

    A place is the number of a column, or of a field in its object.
    """

    dialect: Dialect | None
    places: Mapping[str, Sequence[int]]
    unknown: Sequence[int]


@lru_cache(maxsize=256)
def layout_of(names: tuple[str, ...]) -> Layout:
    """Find what the names of a table or an object mean."""
    plain = [plain_name(name) for name in names]
    dialect = next((one for one in DIALECTS if set(plain).issuperset(one.told_by.split())), None)
    ranked: dict[str, list[tuple[int, int]]] = {}
    unknown = []
    for place, name in enumerate(plain):
        role, rank = ROLES.get(name, (None, 0))
        role = dialect.roles.get(name, role) if dialect else role
        if role is None:
            unknown.append(place)
        elif role != NOT_USED:
            ranked.setdefault(role, []).append((rank, place))
    places = {role: [place for _, place in sorted(rows)] for role, rows in ranked.items()}
    return Layout(dialect, places, unknown)

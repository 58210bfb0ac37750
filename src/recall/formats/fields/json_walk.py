"""Finds the objects with links in JSON of any shape, and the sections that they stand in.

Where no object has a link, those with a title and an author are found, as lists of books have them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from recall.domain.library.resource import Section
from recall.formats.fields.cells import is_address
from recall.formats.fields.dialects import Layout, layout_of
from recall.formats.fields.paths import with_base
from recall.formats.fields.records import Fields
from recall.formats.fields.roles import FURTHER, plain_name
from recall.formats.values import one_line

_WORDS = (
    "archive articles bookmarks cards children collections content data documents embedded"
    " entries feed folders items library links list lists log nodes pages posts"
    " reading readinglist records resources results roots rows sites tabs urls"
)
_CONTAINERS = frozenset(_WORDS.split())
"""Keys that say that there is a list, and not what is in it."""
_REPEATED = frozenset({"pinnedlinks"})
"""Keys of lists whose links stand in another list too."""
_NO_SECTIONS = _CONTAINERS | {"annotations"}

_INNER = (
    *("content", "bookmark", "article", "link", "page", "attributes", "canonical", "alternate"),
    "document",
)
"""Keys of an object inside an object, or of a list of such, that holds its link or its title."""

_DEEPEST = 100

_Test = Callable[[Mapping[str, object]], bool]
"""Tells whether the fields of an object are those of a reading."""


def records(data: object, base: str | None = None) -> Iterator[Fields]:
    """Yield the objects with a link, and bare links in lists, in their order.

    The title of an object around them is a section, and so is the key of a list, unless it says
    nothing; the title of the whole is none. The line of a record is its number. Paths lead from
    base, a URL.
    """
    return _found(data, base, _has_link)


def titles(data: object) -> Iterator[Fields]:
    """Yield the objects with a title and an author in the lists of data without links."""
    return _found(data, None, _has_author)


def texts(data: object) -> Iterator[tuple[Section, str]]:
    """Yield the texts in the lists of data, with the keys around them as their section."""
    waiting: list[tuple[object, Section]] = [(data, ())]
    while waiting:
        value, section = waiting.pop()
        if isinstance(value, str) and value.strip():
            yield section, value
        elif isinstance(value, list):
            waiting += reversed([(one, section) for one in value])
        elif isinstance(value, dict):
            nests = [(key, one) for key, one in value.items() if isinstance(one, list | dict)]
            waiting += reversed([(one, _under(section, _heading(key, one))) for key, one in nests])


def _found(data: object, base: str | None, is_record: _Test) -> Iterator[Fields]:
    waiting: list[tuple[object, Section]] = [(data, ())]
    number = 0
    while waiting:
        value, section = waiting.pop()
        found = _record(value, base, is_record)
        if found is not None:
            number += 1
            yield Fields(*found, section, number)
        elif isinstance(value, list):
            waiting += reversed([(one, section + path) for one, path in _members(value)])
        elif isinstance(value, dict):
            own = section if value is data else _under(section, _title(value))
            nests = [
                (key, one)
                for key, one in value.items()
                if isinstance(one, list | dict) and plain_name(key) not in _REPEATED
            ]
            waiting += reversed([(one, _under(own, _heading(key, one))) for key, one in nests])


def _record(
    value: object, base: str | None, is_record: _Test
) -> tuple[Layout, Sequence[object]] | None:
    """Return the fields of an object that is a record, or of a link; None for anything else."""
    if isinstance(value, str):
        return (layout_of(("url",)), [value]) if is_address(value) else None
    if not isinstance(value, dict):
        return None
    if base is not None:
        value = dict(zip(value, with_base(tuple(value), list(value.values()), base), strict=True))
    fields = value if is_record(value) and _title(value) else _with_inner(value)
    if not is_record(fields) or any(_holds_records(key, one) for key, one in value.items()):
        return None
    return layout_of(tuple(fields)), list(fields.values())


def _has_link(fields: Mapping[str, object]) -> bool:
    places = layout_of(tuple(fields)).places
    values = list(fields.values())
    if any(_leads(values[place]) for place in places.get("url", ())):
        return True
    further = (place for role in FURTHER for place in places.get(role, ()))
    return "title" in places and any(_leads(values[place]) for place in further)


def _has_author(fields: Mapping[str, object]) -> bool:
    return {"title", "author"} <= layout_of(tuple(fields)).places.keys()


def _with_inner(value: Mapping[str, object]) -> dict[str, object]:
    """Return the fields of an object; what they leave open, the object inside says."""
    inner = {key: one for key, one in _inner(value).items() if value.get(key) in (None, "")}
    return {**value, **inner}


def _leads(value: object) -> bool:
    return any(map(is_address, value)) if isinstance(value, list) else is_address(value)


def _inner(value: Mapping[str, object]) -> dict[str, object]:
    """Return the fields of the object inside that may have the link, such as karakeep's content."""
    found: dict[str, object] = {}
    for key in _INNER:
        inside = value.get(key)
        inside = inside[0] if isinstance(inside, list) and inside else inside
        if isinstance(inside, dict):
            found |= inside
    return found


def _holds_records(key: str, value: object) -> bool:
    """Tell whether an object is a page or a feed with a list, rather than a reading itself."""
    first = value[0] if isinstance(value, list) and value else None
    return isinstance(first, dict) and plain_name(key) in _CONTAINERS and _has_link(first)


def _members(objects: Sequence[object]) -> Iterator[tuple[object, Section]]:
    """Yield the members of a list, with the titles of those that they name as their parents."""
    known = {one["id"]: one for one in objects if isinstance(one, dict) and _is_child(one)}
    for one in objects:
        path: Section = ()
        parent = known.get(one["parentId"]) if isinstance(one, dict) and _is_child(one) else None
        while parent is not None and len(path) < _DEEPEST:
            path = (*filter(None, (_title(parent),)), *path)
            parent = known.get(parent["parentId"])
        yield one, path


def _is_child(value: Mapping[str, object]) -> bool:
    return isinstance(value.get("id"), int) and isinstance(value.get("parentId", ""), int | None)


def _title(value: Mapping[str, object]) -> str:
    places = layout_of(tuple(value)).places.get("title", ())
    values = list(value.values())
    titles = (values[place] for place in places)
    return one_line(next((title for title in titles if isinstance(title, str) and title), ""))


def _heading(key: str, value: object) -> str:
    """Return the key of a list or of an object without a title, unless it says nothing."""
    titled = isinstance(value, dict) and _title(value)
    plain = plain_name(key)
    return "" if titled or plain in _NO_SECTIONS or plain.isdecimal() else one_line(key)


def _under(section: Section, name: str) -> Section:
    return (*section, name) if name and len(section) < _DEEPEST else section

"""Several things in one video: a list has its link with several times and titles."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recall.domain.library.catalog import Catalog, Entry
from recall.domain.lists.link_text import says_something
from recall.domain.lists.matching.likeness import Likeness, likeness
from recall.domain.lists.matching.matching import Pair
from recall.domain.lists.merge import Known, identity
from recall.formats.moments import VIDEOS, at_moment, moment

MOST_COMPARED = 50
"""Things of one video whose titles are compared; of more, each time is another."""


class _Thing(NamedTuple):
    title: str
    second: int | None


def told_apart(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries of a list; what begins at a time of a video has that in its identity.

    That is so if the list has the video with different times and unlike titles. The link without
    a time is the whole. Otherwise times do not separate: they are where somebody stopped.
    """
    by_video: dict[str, list[int]] = {}
    seconds: dict[int, int | None] = {}
    for index, entry in enumerate(entries):
        if entry.url is not None and entry.canonical_url is not None:
            by_video.setdefault(entry.canonical_url, []).append(index)
    found = list(entries)
    for video, indexes in by_video.items():
        if len(indexes) == 1:
            continue
        seconds = {index: moment(entries[index].url or "") for index in indexes}
        if not any(seconds.values()):
            continue
        things = _things([(index, entries[index].title, seconds[index]) for index in indexes])
        for index, thing in things.items():
            if thing.second is not None and len(set(things.values())) > 1:
                key = at_moment(video, thing.second)
                found[index] = entries[index]._replace(canonical_url=key)
    return found


def by_known_moments(
    catalog: Catalog, known: Mapping[str, Known], joined: Mapping[str, str]
) -> Catalog:
    """Return the list with the identities of what the library knows as a part of a video.

    A list that has one part alone does not tell it apart by itself. A part that was joined with
    something else that the list still has stays with it, under the identity of the video: joined
    has the identities that were joined into others.
    """
    timed = any("#t=" in (entry.canonical_url or "") for entry in catalog.entries)
    if not timed and not any("#t=" in key for key in known):
        return catalog
    here = {identity(entry) for entry in catalog.entries}
    shared = {kept for key, kept in joined.items() if key in here}

    def as_known(entry: Entry) -> Entry:
        key = _part(entry.canonical_url, entry.url)
        video = _became_part(entry, known)
        if video in shared:
            return entry._replace(canonical_url=video)
        return entry if key not in known else entry._replace(canonical_url=key)

    return catalog._replace(entries=tuple(map(as_known, catalog.entries)))


def parts_by_now(catalog: Catalog, known: Mapping[str, Known]) -> list[Pair]:
    """Return what the library knows as a video, and the list has as a part of it now."""
    pairs: list[Pair] = []
    if not known:
        return pairs
    for entry in catalog.entries:
        if video := _became_part(entry, known):
            pairs.append(Pair(video, identity(entry)))
    return pairs


def as_video_and_part(entry: Entry) -> tuple[str, ...]:
    """Return the identities of the video that an entry is in, and of its part, if it is a video.

    Either may be how the library knows the entry.
    """
    if entry.canonical_url is None or not entry.canonical_url.startswith(VIDEOS):
        return ()
    video, _, _ = entry.canonical_url.rpartition("#t=")
    part = _part(entry.canonical_url, entry.url)
    return tuple(key for key in (video, part) if key)


def _became_part(entry: Entry, known: Mapping[str, Known]) -> str:
    """Return the identity of a known video that an entry is a part of now; "" if there is none."""
    video, mark, _ = (entry.canonical_url or "").rpartition("#t=")
    is_news = bool(mark) and video in known and identity(entry) not in known
    return video if is_news and _part(video, known[video].url) == entry.canonical_url else ""


def _part(video: str | None, url: str | None) -> str:
    """Return the identity of the part of a video that a link begins with; "" if it has no time."""
    if url is None or video is None or not video.startswith(VIDEOS):
        return ""
    second = moment(url)
    return "" if second is None else at_moment(video, second)


def _things(listed: Sequence[tuple[int, str, int | None]]) -> dict[int, _Thing]:
    """Say of each line, by its index, which thing of the video it is."""
    things: dict[int, _Thing] = {}
    distinct: dict[int | None, _Thing] = {}
    for index, title, second in listed:
        alike = distinct.get(second) or _alike(title, list(distinct.values())[:MOST_COMPARED])
        thing = alike or _Thing(title, second)
        distinct.setdefault(thing.second, thing)
        things[index] = thing
    return things


def _alike(title: str, things: Sequence[_Thing]) -> _Thing | None:
    """Return the thing that has a similar title, or the first if the title says nothing."""
    if not says_something(title):
        return things[0] if things else None
    return next((thing for thing in things if likeness(title, thing.title) > Likeness.UNLIKE), None)

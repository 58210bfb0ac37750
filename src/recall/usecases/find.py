"""Finds the resource that a person means by the text they type."""

from typing import NamedTuple

from recall.domain.library.card import Card
from recall.domain.library.further_links import meant, named, numbered
from recall.domain.library.resource import Link, Resource, fold, short
from recall.errors import Ambiguous, AmbiguousLink, ChangedSince, NotFound, UnknownLink
from recall.storage.reads import Reads
from recall.storage.tables import resources

SHOWN = 10
"""The most candidates a message names."""

LONGEST_ID = 9
"""Digits; a longer number is not an ID."""


class AsSeen(NamedTuple):
    """A resource as a page showed it, perhaps long ago, and what `state_of` said of it then."""

    id: int
    state: str


class AsWritten(NamedTuple):
    """A resource whose fields a page showed, and what `fields_of` said of them then."""

    id: int
    fields: str


Meant = Resource | AsSeen | AsWritten | str
"""A resource that was found before, one that must still be as it was seen, or a person's name."""


def state_of(resource: Resource) -> str:
    """Return how the visits of a resource stand; another visit, or its undoing, changes it."""
    card, memory = resource.card, resource.card.memory
    last = "-" if memory is None else f"{memory.last_review} {memory.stability:.6g}"
    facts = (resource.status, card.due, card.reviews, last, resource.minutes_read, resource.once)
    return " ".join(map(str, facts))


def fields_of(resource: Resource) -> str:
    """Return a short text that is another one as soon as a field that people edit is another."""
    from hashlib import sha256

    facts = resource._replace(card=Card(), status="unread", minutes_read=0, order=(0, 0))
    facts = facts._replace(fetched=frozenset(), fetched_on=None)
    return sha256(repr(facts).encode(errors="replace")).hexdigest()[:16]


def find(reads: Reads, text: str) -> Resource:
    """Return the resource with this ID or URL, or the one whose title contains this text.

    A URL may lack its scheme, or be a DOI or the number of a paper at arXiv. NotFound if there
    is none, Ambiguous if there are several. An exact title wins over titles that only contain
    the text.
    """
    wanted = text.strip()
    if wanted.isdecimal():
        return _by_id(reads, wanted)
    if "://" in wanted:
        return _by_url(reads, wanted)
    if not wanted:
        raise NotFound(text)
    return _by_short_url(reads, wanted) or _by_title(reads, wanted)


def further_link(resource: Resource, text: str) -> Link:
    """Return the further link of a resource by its role, its number, or a part of its text.

    UnknownLink if there is none, AmbiguousLink if there are several.
    """
    found = meant(resource.links, text)
    if not found:
        there = [named(*link) for link in numbered(resource.links)]
        raise UnknownLink(text, resource.id, there[:SHOWN])
    if len(found) > 1:
        raise AmbiguousLink(text, resource.id, [named(*link) for link in found[:SHOWN]])
    return found[0][1]


def again(reads: Reads, number: int) -> Resource:
    """Return the resource's present state; NotFound if its adding was undone meanwhile."""
    found = resources.by_id(reads, number)
    if found is None:
        raise NotFound(str(number))
    return found


def ids_beginning(reads: Reads, digits: str, limit: int) -> list[Resource]:
    """Return the resources whose ID begins with these digits, in list order, up to a limit."""
    everything = resources.listed(reads, resources.Filter())
    return [resource for resource in everything if str(resource.id).startswith(digits)][:limit]


def current(reads: Reads, wanted: Meant) -> Resource:
    """The resource that is meant as it is now: one that was found before, or by its name.

    A session may have shown it long ago. NotFound or Ambiguous otherwise; ChangedSince if it is
    not as it was seen.
    """
    if isinstance(wanted, str):
        return find(reads, wanted)
    resource = again(reads, wanted.id)
    is_other = isinstance(wanted, AsSeen) and state_of(resource) != wanted.state
    is_other |= isinstance(wanted, AsWritten) and fields_of(resource) != wanted.fields
    if is_other:
        raise ChangedSince(resource.id)
    return resource


def _by_id(reads: Reads, digits: str) -> Resource:
    """Find by ID only: a mistyped number must not match a title that contains it.

    The ID of what was joined into another resource means that.
    """
    number = int(digits) if len(digits) <= LONGEST_ID else -1
    found = resources.by_id(reads, number) or resources.by_joined_id(reads, number)
    if found is None:
        raise NotFound(digits)
    return found


def _by_url(reads: Reads, url: str) -> Resource:
    from recall.formats.url_identity import checked_url

    found = _at(reads, checked_url(url))
    if found is None:
        raise NotFound(url)
    return found


def _by_short_url(reads: Reads, text: str) -> Resource | None:
    """Find by a shortened URL; a title may look like one, so that nothing there is no error."""
    if "." not in text and "/" not in text:  # most titles; nothing more is loaded for them
        return None
    from recall.formats.short_addresses import written_out

    url = written_out(text)
    return None if url is None else _at(reads, url)


def _at(reads: Reads, url: str) -> Resource | None:
    from recall.domain.lists.merge import bounded
    from recall.formats.moments import identities

    for key in identities(url):
        if (found := resources.by_identity(reads, bounded(key))) is not None:
            return found
    return None


def _by_title(reads: Reads, text: str) -> Resource:
    found = resources.matching(reads, text)
    exact = [resource for resource in found if fold(resource.title) == fold(text)]
    if len(exact) == 1:
        return exact[0]
    if not found:
        raise NotFound(text)
    if len(found) > 1:
        raise Ambiguous(
            text, [(resource.id, short(resource.title)) for resource in found[:SHOWN]], len(found)
        )
    return found[0]

"""What becomes of a resource that another is joined into: its own values win."""

from datetime import date
from typing import Any, NamedTuple

from recall.domain.library.labels import holds, with_hand
from recall.domain.library.resource import ASIDE, Resource, Status, fold
from recall.domain.library.when_read import READ_ON_SAID
from recall.domain.lists.merge import BROUGHT
from recall.domain.lists.telling import gives_way

RANK: dict[Status, int] = {"unread": 0, "reading": 1, "read": 2}

FILLED = ("note", "question", "length", "description", "read_on", "saved_on", "published_on")
"""Fields that the other fills where the resource has none."""

OF_LISTS = ("description", "read_on", "saved_on", "links")
"""Fields that lists set too: what a join brings stays until a list says something else."""

SET_BY_HAND = ("title", "kind", "language", "minutes", "series", "part")
"""Fields that the person may have set on the other, and not on the resource."""


class Side(NamedTuple):
    """A resource before it is joined, and what is kept of it besides.

    edited names the fields set by hand; status_before is its status before it was put aside;
    labels_by_hand is as in `domain.library.labels`; kept_on is when a revisit was last kept.
    """

    resource: Resource
    edited: frozenset[str]
    status_before: Status | None
    labels_by_hand: tuple[str, ...]
    kept_on: date | None

    @property
    def progress(self) -> Status:
        """How far it has come: unread, reading or read, also while it is put aside."""
        return self.status_before or self.resource.status


class State(NamedTuple):
    """The state of a resource, which of the two has the date of its revisit, and once."""

    status: Status
    status_before: Status | None
    once: bool
    dated: Resource

    @property
    def values(self) -> dict[str, Any]:
        """The fields of the resource that it gives, by name."""
        return {name: getattr(self, name) for name in ("status", "status_before", "once")}


def joined_state(old: Side, new: Side, *, old_is_last: bool) -> State:
    """Return the state of two resources as one: that of the one that has come further.

    It is put aside only if both are. old_is_last: the last review was of the old one.
    """
    further = old if RANK[old.progress] > RANK[new.progress] else new
    progress = further.progress
    statuses = (old.resource.status, new.resource.status)
    put_aside = all(status in ASIDE for status in statuses)
    kind: Status = "suspended" if "suspended" in statuses else "archived"
    return State(
        status=kind if put_aside else progress,
        status_before=progress if put_aside else None,
        once=further.resource.once,
        dated=old.resource if old_is_last else further.resource,
    )


def joined_values(old: Side, new: Side) -> dict[str, Any]:
    """Return the fields of the resource that change, by name; edited is among them."""
    resource, other = new.resource, old.resource
    before = resource._asdict()
    values = {
        name: getattr(other, name)
        for name in FILLED
        if getattr(resource, name) is None and getattr(other, name) is not None
    }
    taken = {name for name in SET_BY_HAND if name in old.edited and name not in new.edited}
    values |= {name: getattr(other, name) for name in taken}
    if resource.series is None and other.series is not None and "series" not in new.edited:
        values |= {"series": other.series, "part": other.part}
    if "title" not in new.edited | taken and gives_way(resource.title, other.title, resource.url):
        values["title"] = other.title
    if resource.priority == "normal":
        values["priority"] = other.priority
    if new.kept_on is None:
        values["kept_on"] = old.kept_on
    urls = {link.url for link in resource.links}
    values["links"] = (*resource.links, *(link for link in other.links if link.url not in urls))
    values["labels_by_hand"] = _signed(old, new)
    values["labels"] = with_hand(resource.labels, values["labels_by_hand"])
    said = {READ_ON_SAID} & old.edited if "read_on" in values else set()
    brought = [name for name in OF_LISTS if values.get(name, before[name]) != before[name]]
    marked = {name if name in old.edited else name + BROUGHT for name in brought}
    values["edited"] = new.edited | taken | marked | said
    return values


def _signed(old: Side, new: Side) -> tuple[str, ...]:
    """Return what is done by hand with labels: those of the old one are put on.

    A label that was taken off the resource that stays is off.
    """
    mine = {fold(word[1:]) for word in new.labels_by_hand}
    there = new.resource.labels
    put = (
        label
        for label in old.resource.labels
        if not holds(there, label) and fold(label) not in mine
    )
    return (*new.labels_by_hand, *(f"+{label}" for label in put))

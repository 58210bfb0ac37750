"""What is to be read after what: prerequisites, and refusing those that go round in a circle."""

from collections.abc import Iterable

from recall.domain.library.prerequisites import circle, waits
from recall.domain.library.prerequisites import shown as way_shown
from recall.domain.library.resource import Resource, short
from recall.errors import BadInput, RecallError
from recall.storage.actions import Action
from recall.storage.store import Reads
from recall.storage.tables import prerequisites as stored
from recall.usecases.find import again


def prerequisites(reads: Reads, resource: Resource) -> list[Resource]:
    """What a resource is to be read after, read or not."""
    return [again(reads, number) for number in stored.after(reads, resource.id)]


def put_after(action: Action, resource: Resource, others: Iterable[int]) -> list[str]:
    """Let a resource wait for others; gives what was done, in words. BadInput for itself."""
    there = stored.after(action, resource.id)
    new = list(dict.fromkeys(others))
    for number in new:
        if number == resource.id:
            raise BadInput(f"{_named(resource)} cannot wait for itself; name another resource")
        if number in there:
            raise RecallError(f"{resource.id} waits for {_named(again(action, number))} already")
    stored.add(action, resource.id, new)
    return [f"after {number}" for number in new]


def let_go(action: Action, resource: Resource, others: Iterable[int]) -> list[str]:
    """Let a resource wait for others no longer; gives what was done, in words."""
    there = stored.after(action, resource.id)
    old = list(dict.fromkeys(others))
    for number in old:
        if number not in there:
            named = ", ".join(map(str, there)) or "nothing"
            raise RecallError(f"{resource.id} does not wait for {number}; it waits for {named}")
    stored.remove(action, resource.id, old)
    return [f"not after {number}" for number in old]


def refuse_circle(action: Action, resource: Resource) -> None:
    """BadInput, with the way round, where a resource would have to be read before itself.

    A circle that does not go through it has come in by an import; doctor tells of that one.
    """
    way = way_round(action, resource.id)
    if way:
        raise BadInput(f"that would go in a circle, each waiting for the next: {way}")


def way_round(reads: Reads, through: int | None = None) -> str:
    """A circle of prerequisites and parts of series, for a person; empty where there is none.

    through is the ID of a resource it has to go through; without one it may be anywhere.
    """
    links = stored.links(reads)
    return way_shown(circle(waits(links, stored.edges(reads)), through), links)


def _named(resource: Resource) -> str:
    return f"{resource.id} {short(resource.title)}"

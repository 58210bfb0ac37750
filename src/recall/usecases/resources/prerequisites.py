"""Prerequisites of readings, without circles."""

from collections.abc import Iterable

from recall.domain.library.prerequisites import circle, waits
from recall.domain.library.prerequisites import shown as way_shown
from recall.domain.library.resource import Resource, short
from recall.errors import BadInput, RecallError
from recall.storage.actions import Action
from recall.storage.reads import Reads
from recall.storage.tables import prerequisites as stored
from recall.usecases.find import again


def prerequisites(reads: Reads, resource: Resource) -> list[Resource]:
    """Return a resource's prerequisites, read or not."""
    return [again(reads, number) for number in stored.after(reads, resource.id)]


def put_after(action: Action, resource: Resource, others: Iterable[int]) -> list[str]:
    """Make a resource wait for others; return what was done, in words. BadInput for itself."""
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
    """Remove prerequisites of a resource; return what was done, in words."""
    there = stored.after(action, resource.id)
    old = list(dict.fromkeys(others))
    for number in old:
        if number not in there:
            named = ", ".join(map(str, there)) or "nothing"
            raise RecallError(f"{resource.id} does not wait for {number}; it waits for {named}")
    stored.remove(action, resource.id, old)
    return [f"not after {number}" for number in old]


def refuse_circle(action: Action, resource: Resource) -> None:
    """Raise BadInput, naming the circle, if a resource would have to be read before itself.

    A circle elsewhere comes from an import; doctor reports it.
    """
    way = way_round(action, resource.id)
    if way:
        raise BadInput(f"that would go in a circle, each waiting for the next: {way}")


def way_round(reads: Reads, through: int | None = None) -> str:
    """Return a circle of prerequisites and parts of series for a person; empty if there is none.

    through is the ID of a resource that it must contain; without it any circle counts.
    """
    links = stored.links(reads)
    return way_shown(circle(waits(links, stored.edges(reads)), through), links)


def _named(resource: Resource) -> str:
    return f"{resource.id} {short(resource.title)}"

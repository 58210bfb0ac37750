"""Writes what pages say into the library: all of one run is one action.

A run over a long list takes many minutes, at ten seconds a host, and undo is to take back what one
command did. So what a page says is written at once, and its action takes over that of the
page before: a run that is interrupted or killed keeps what it has found, and is one action all the
same. If the person does something else meanwhile, the run goes on as another action after it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from recall.domain.library.resource import Resource
from recall.domain.pages.filling import filled, lacks
from recall.fetching.answer import NoAnswer
from recall.storage.actions import Abandoned, Action, begin
from recall.storage.tables import resources
from recall.storage.tables.changes import from_pages
from recall.storage.tables.pages import kept_texts
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.usecases.pages.looked import Looked

PASSING = ("offline", "silent", "refused", "broken", "error", "no host", "asked to wait")
"""Reasons that may be over tomorrow: the page counts as not asked."""


class FilledIn(NamedTuple):
    """A resource as it is afterwards, the names of what changed, and whether its text was kept.

    written: something of it is new in the library, if only that its site was asked.
    """

    resource: Resource
    changed: tuple[str, ...] = ()
    kept: bool = False
    problem: NoAnswer | None = None
    left_alone: bool = False
    written: bool = False

    def as_json(self) -> dict[str, object]:
        """Return what `recall fetch --json` says of it."""
        problem = self.problem and {"reason": self.problem.reason, "sentence": str(self.problem)}
        return {
            "id": self.resource.id,
            "changed": list(self.changed),
            "kept_text": self.kept,
            "problem": problem,
            "left_alone": self.left_alone,
        }


def lacking(context: Context, named: Sequence[str], limit: int | None = None) -> list[Resource]:
    """Return the resources to ask about: those that are named, or all that lack something.

    NotFound or Ambiguous for a name. What has no address is left out if it is not named.
    """
    if named:
        found = {
            resource.id: resource for resource in (find(context.store, text) for text in named)
        }
        return list(found.values())
    everything = resources.listed(context.store, resources.Filter())
    return [
        resource for resource in everything if lacks(resource) and resource.status != "archived"
    ][:limit]


def fill_in(
    context: Context, looked: Iterable[tuple[Resource, Looked]], *, text: bool
) -> Iterator[FilledIn]:
    """Write what was found out, page by page as it comes, and give what became of each."""
    last, written = None, list[FilledIn]()
    for resource, page in looked:
        with begin(context.store, "fetch", context.now, context.today) as action:
            done = fill_one(action, context, resource, page, text=text)
            if not done.written:
                raise Abandoned
            goes_on = last is not None and action.absorb(last)
            written = [*written, done] if goes_on else [done]
            number = resource.id if len(written) == 1 else None
            action.describe(number, _summary(written))
            last = action.id
        yield done


def fill_one(
    action: Action, context: Context, resource: Resource, looked: Looked, *, text: bool
) -> FilledIn:
    """Write what was found out about one resource, as a part of an action.

    It may have changed since it was asked about; what was set by hand meanwhile stays.
    """
    now = resources.by_id(action, resource.id)
    if now is None or looked.left_alone:
        return FilledIn(resource, left_alone=True)
    if looked.facts is None:
        return _without_facts(action, context, now, looked.problem)
    values = filled(now, from_pages.set_by_hand(action, now.id), looked.facts)
    kept = text and bool(looked.facts.text)
    if kept:
        kept_texts.keep(action, now.id, looked.facts.text, context.now)
    if not values and now.fetched_on is not None:
        return FilledIn(now, kept=kept, written=kept)
    from_pages.write(action, now, values, context.today)
    changed = tuple(name for name in values if name != "fetched")
    return FilledIn(resources.by_id(action, now.id) or now, changed, kept, written=True)


def _without_facts(
    action: Action, context: Context, resource: Resource, problem: NoAnswer | None
) -> FilledIn:
    """Remember that a site has answered, unless its answer may be another one tomorrow."""
    found = FilledIn(resource, problem=problem)
    if not is_answer(found) or resource.fetched_on is not None:
        return found
    from_pages.write(action, resource, {}, context.today)
    return found._replace(written=True)


def is_answer(page: FilledIn) -> bool:
    """Return whether a site answered, even if it refused the page."""
    return not page.left_alone and (page.problem is None or page.problem.reason not in PASSING)


def _summary(written: Sequence[FilledIn]) -> str:
    if len(written) == 1:
        return ", ".join(written[0].changed) or ("text" if written[0].kept else "nothing new")
    changed = sum(bool(page.changed or page.kept) for page in written)
    return f"{changed} of {len(written)} resources changed"

"""The resources of the library, narrowed by what a person asks for."""

from datetime import date
from typing import NamedTuple

from recall.domain.library.labels import holds
from recall.domain.library.resource import KINDS, STATUSES, Resource, fold
from recall.domain.link_checks.finding import OUTCOMES
from recall.domain.text.choice import chosen
from recall.errors import BadInput
from recall.storage.tables import resources
from recall.storage.tables.link_checks import findings
from recall.usecases.context import Context
from recall.usecases.resources.searching import Search, search

SORTS = ("list", "due", "title", "minutes", "id")
"""By what a list can be sorted; the default is the order of the lists themselves."""


class Wanted(NamedTuple):
    """What to narrow by; None is everything.

    text is searched for in all that is kept of a resource, as in `searching`, and section in
    headings; status and kind are one of theirs. label is a whole label, case and width aside.
    due: its revisit is due today or earlier; overdue: earlier. outcome is what was last
    found of its link, one of OUTCOMES.
    """

    text: str | None = None
    section: str | None = None
    status: str | None = None
    kind: str | None = None
    label: str | None = None
    due: bool = False
    overdue: bool = False
    outcome: str | None = None

    def checked(self) -> "Wanted":
        """Return the same; BadInput for a status, a kind or an outcome there is not."""
        for name, value, allowed in (
            ("status", self.status, STATUSES),
            ("kind", self.kind, KINDS),
            ("result of a check", self.outcome, OUTCOMES),
        ):
            if value is not None and value not in allowed:
                raise BadInput(f"'{value}' is not a {name}; allowed: {', '.join(allowed)}")
        return self


class FoundResources(NamedTuple):
    """The resources that fit, and the search that found them, if there was a text to search for."""

    resources: list[Resource]
    search: Search | None = None


def listed(context: Context, wanted: Wanted) -> list[Resource]:
    """Return the resources that fit, in the order of their lists; BadInput as `checked`."""
    return looked_up(context, wanted).resources


def looked_up(context: Context, wanted: Wanted) -> FoundResources:
    """Return the resources that fit, in the order of their lists; BadInput as `checked`."""
    wanted.checked()
    status, kind = chosen(wanted.status, STATUSES), chosen(wanted.kind, KINDS)
    looked = None if wanted.text is None else search(context.store, wanted.text)
    ids = looked.ids if looked is not None and looked.words else None
    found = resources.listed(context.store, resources.Filter(None, status, kind, ids))
    if wanted.section is not None:
        heading = fold(wanted.section)
        found = [resource for resource in found if _stands_under(resource, heading)]
    if wanted.label is not None:
        found = [resource for resource in found if holds(resource.labels, wanted.label.strip())]
    if wanted.due or wanted.overdue:
        found = [one for one in found if _waits(one, context.today, is_over=wanted.overdue)]
    if wanted.outcome is not None:
        known = findings.present(context.store)
        found = [
            one for one in found if one.id in known and known[one.id].outcome == wanted.outcome
        ]
    return FoundResources(found, looked)


def checked_sort(text: str) -> str:
    """Return what to sort by; BadInput if a list cannot be sorted by that."""
    if text.casefold() not in SORTS:
        raise BadInput(f"a list cannot be sorted by '{text}'; allowed: {', '.join(SORTS)}")
    return text.casefold()


def _waits(resource: Resource, today: date, *, is_over: bool) -> bool:
    """Whether its revisit is due, or has been due before today."""
    due = resource.card.due
    if due is None or resource.status != "read" or due > today:
        return False
    return due < today or not is_over


def _stands_under(resource: Resource, heading: str) -> bool:
    """Whether one of its headings holds the text, case and width aside."""
    return any(heading in fold(name) for place in resource.places for name in place.section)

"""What was last found of links; nobody is asked."""

from datetime import date

from recall.domain.library.resource import Resource
from recall.domain.link_checks.finding import Finding
from recall.storage.tables.link_checks import findings
from recall.usecases.context import Context


def last_found(context: Context, resource: Resource) -> Finding | None:
    """Return what was last found of a resource's present link; None if nobody has looked."""
    return findings.of(context.store, resource.id)


def all_last_found(context: Context) -> dict[int, Finding]:
    """Return what was last found of all present links, by resource."""
    return findings.present(context.store)


def seen_on(context: Context, resource: Resource) -> date | str:
    """Return the day on which a person had the page: read it, or else put it on a list.

    A list may tell only a month (`2024-05`) or a year.
    """
    known = findings.known(context.store, resource.id)
    return known.first_review or resource.read_on or resource.saved_on or known.added

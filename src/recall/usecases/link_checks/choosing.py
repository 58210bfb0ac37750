"""Which links to look at, and in what order."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from recall.domain.library.resource import OPENED, Resource
from recall.domain.link_checks.addresses import host_of
from recall.domain.link_checks.pacing import LinkToCheck
from recall.storage.tables.link_checks import findings
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.usecases.resources.looking.listing import Wanted, listed

_NEVER = datetime.min.replace(tzinfo=UTC)


class ChosenLinks(NamedTuple):
    """The links to look at, and the number of resources without one that can be looked at."""

    links: list[LinkToCheck]
    without: int = 0


def chosen_resources(
    context: Context, texts: Sequence[str] = (), section: str | None = None
) -> list[Resource]:
    """Return the resources that are named, or else all but the archived ones, of a section.

    NotFound or Ambiguous for a name.
    """
    if texts:
        named = [find(context.store, text) for text in texts]
        return list({resource.id: resource for resource in named}.values())
    return [
        resource
        for resource in listed(context, Wanted(section=section))
        if resource.status != "archived"
    ]


def chosen_links(
    context: Context, resources: Sequence[Resource], oldest: int | None = None
) -> ChosenLinks:
    """Return the links of resources, those checked longest ago first, and of these the oldest."""
    known = findings.present(context.store)
    checked = {number: finding.checked_at for number, finding in known.items()}
    links = [
        LinkToCheck(
            resource.id, resource.title, resource.url, host_of(resource.url) or resource.url
        )
        for resource in sorted(resources, key=lambda resource: checked.get(resource.id, _NEVER))
        if resource.url is not None and resource.url.lower().startswith(OPENED)
    ]
    return ChosenLinks(links[:oldest], len(resources) - len(links))

"""Brings the identities of a library in line with the rules of this version."""

from recall.domain.lists.merge import bounded
from recall.formats.moments import at_moment, moment
from recall.formats.url_identity import RULES_VERSION, canonical_url
from recall.storage.actions import Action
from recall.storage.tables.changes import older_identities
from recall.storage.tables.changes.older_identities import WithLink


def renew_identities(action: Action) -> None:
    """Give resources from lists of older rules the identities that a list gives them now.

    Two that have become one stay two, each with its history: the second keeps its old identity.
    """
    lists = older_identities.behind(action, RULES_VERSION)
    if not lists:
        return
    named = older_identities.with_links(action)
    taken = {resource.identity for resource in named}
    changed: dict[int, dict[str, str]] = {}
    for link in named:
        key, canonical = _now(link)
        if key != link.identity and key not in taken:
            taken.add(key)
            changed[link.id] = {"identity": key, "canonical_url": canonical}
    older_identities.renew(action, lists, RULES_VERSION, changed)


def _now(link: WithLink) -> tuple[str, str]:
    """Return the identity and the canonical URL of a resource by the present rules."""
    second = moment(link.url)
    canonical = canonical_url(link.url)
    if second is not None and link.identity.endswith(at_moment("", second)):
        canonical = at_moment(canonical, second)  # one thing of several in a video
        return bounded(canonical), canonical
    return bounded(canonical_url(link.identity) if link.edited else canonical), canonical

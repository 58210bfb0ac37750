"""The description and the further links of a resource, changed by hand."""

from collections.abc import Iterable, Sequence

from recall.domain.library.further_links import meant, named, numbered
from recall.domain.library.resource import LINK_ROLES, Link, Resource, fold
from recall.domain.lists.details import paragraph
from recall.domain.lists.link_hosts import role_of_url
from recall.errors import BadInput
from recall.formats.url_identity import canonical_url, checked_url
from recall.storage.actions import Action
from recall.storage.tables.changes import resources as resource_changes


def linked(
    action: Action,
    resource: Resource,
    put: Sequence[str],
    taken: Sequence[str],
    description: str | None,
) -> list[str]:
    """Put links on, take others off, set the description; return what was done, in words.

    Imports leave alone what was changed here. put are addresses, each with `role=` before it or
    not; taken are numbers, roles, texts or addresses. An empty description removes it.
    """
    changed: dict[str, object] = {}
    if put or taken:
        changed["links"] = _with(_without(resource, taken), map(written, put))
    if description is not None:
        changed["description"] = paragraph(description)
    if changed:
        resource_changes.write_details(action, resource, changed)
    return ["further links" if name == "links" else name for name in changed]


def written(text: str) -> Link:
    """Return the link that `code=https://…` or a URL alone means; BadInput if it is none."""
    role, equals, url = text.partition("=")
    word = fold(role.strip())
    known = next((one for one in LINK_ROLES if one == word), None)
    if equals and known:
        return Link(known, "", checked_url(url.strip()))
    if equals and not set(role) & set(":/."):
        raise BadInput(f"'{role}' is no role of a link; allowed: {', '.join(LINK_ROLES)}")
    url = checked_url(text.strip())
    return Link(role_of_url(url), "", url)


def _with(links: Sequence[Link], more: Iterable[Link]) -> tuple[Link, ...]:
    """Return links and more; of two to one address, the later counts, in the earlier's place."""
    by_address = {canonical_url(link.url): link for link in links}
    for link in more:
        address = canonical_url(link.url)
        before = by_address.get(address)
        by_address[address] = link._replace(text=before.text) if before else link
    return tuple(by_address.values())


def _without(resource: Resource, wanted: Iterable[str]) -> list[Link]:
    """Return the links of a resource but those that are named; BadInput unless each is one."""
    left = numbered(resource.links)
    for text in wanted:
        found = meant(resource.links, text)
        if len(found) != 1:
            shown = ", ".join(named(*link) for link in found or numbered(resource.links))
            which = "several links are" if found else "no link is"
            has = f"; it has {shown}" if shown else "; it has none"
            raise BadInput(f"{which} '{text}'{has}; give a number")
        left = [link for link in left if link[0] != found[0][0]]
    return [link for _, link in left]

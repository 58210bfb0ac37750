"""What commands say of pages that were asked."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from recall.cli.report import named
from recall.domain.text.wording import counted
from recall.domain.walls.wall import host_of
from recall.usecases.context import Context
from recall.usecases.pages.filling_in import FilledIn
from recall.views.resource import resource_views

SAY_BY_HAND = "'recall edit {} --title TITLE --length N' says what a site does not"

_WALLS = ("login", "blocked")


def told(context: Context, done: Sequence[FilledIn], *, by_name: bool) -> Iterator[str]:
    """Give a sentence for each page that said something, and for each that did not.

    by_name: the person named the resources, and wants to know of each.
    """
    views = resource_views(context, [one.resource for one in done])
    minutes = {view.resource.id: view.minutes for view in views}
    for page in done:
        if page.problem is not None:
            yield f"{named(page.resource)}: {page.problem}"
        elif by_name or page.changed or page.kept:
            yield f"{named(page.resource)}: {_facts(page, minutes)}"
    yield from _left_alone(done)
    asked = [one for one in done if not one.left_alone]
    if len(asked) > 1:
        changed = sum(bool(one.changed or one.kept) for one in asked)
        back = "; 'recall undo' takes it back" if changed else ""
        yield f"{changed} of {counted(len(asked), 'page')} said something new{back}"
    walled = [one for one in done if one.problem and one.problem.reason in _WALLS]
    if walled:
        yield SAY_BY_HAND.format(walled[0].resource.id)


def _facts(page: FilledIn, minutes: Mapping[int, int]) -> str:
    resource, said = page.resource, []
    if "title" in page.changed:
        said.append("title")
    if "kind" in page.changed:
        said.append(resource.kind)
    if "length" in page.changed and resource.length:
        unit = "character" if resource.language == "zh" else "word"
        said.append(counted(resource.length, unit))
    if "length" in page.changed or "minutes" in page.changed:
        said.append(f"{minutes[resource.id]} min")
    if "language" in page.changed:
        said.append(f"in {resource.language}")
    if "published_on" in page.changed:
        said.append(f"published {resource.published_on}")
    if page.kept:
        said.append(f"text kept, 'recall text {resource.id}' shows it")
    return ", ".join(said) or "nothing new"


def _left_alone(done: Sequence[FilledIn]) -> Iterator[str]:
    """Count, by host, the pages that were not asked because the ones before had refused."""
    hosts = Counter(host_of(page.resource.url or "") for page in done if page.left_alone)
    if any(page.problem and page.problem.reason == "offline" for page in done) and hosts:
        yield f"there is no network: {counted(hosts.total(), 'page')} not asked"
        return
    for host, count in hosts.items():
        yield f"{counted(count, 'more page')} at {host} not asked, after it had refused"

"""What was found of links, and what to do about it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from shlex import quote
from typing import NamedTuple

from recall.domain.library.resource import Resource
from recall.domain.link_checks.archive import archive_url
from recall.domain.link_checks.finding import GONE_AFTER, OUTCOMES, Finding, Outcome
from recall.domain.link_checks.pacing import LinkToCheck
from recall.domain.text.wording import counted
from recall.usecases.context import Context
from recall.usecases.link_checks.choosing import ChosenLinks, chosen_links
from recall.usecases.link_checks.last_found import all_last_found, last_found, seen_on
from recall.views.reminders import instant_as_json

ADVICE: Mapping[Outcome, str] = {
    "gone": "the page is no longer there: look at a copy, give the new address, or put it away",
    "moved": "the page has a new address for good; if it is the right page, take that address",
    "login": "only people who are signed in see the page; open it in your browser",
    "blocked": "the site refuses programs, which says nothing about the page; open it yourself",
    "failing": "the page was not found; that may pass, so it is not called gone yet",
    "unclear": "nothing can be said about the page this time; the next check may tell",
    "ok": "nothing to do",
}
"""What to do, by outcome, the most pressing first."""


class LinkView(NamedTuple):
    """A resource's link and what was last found of it; copy is its address at a web archive."""

    resource: Resource
    finding: Finding
    copy: str | None = None

    @property
    def command(self) -> str | None:
        """The command that takes the new address of a page that moved."""
        moved_to = self.finding.moved_to
        return (
            None if moved_to is None else f"recall edit {self.resource.id} --url {quote(moved_to)}"
        )

    def told(self, now: datetime) -> str:
        """What was seen and for how long, "" if the page is there; now is in the person's zone."""
        finding, since = self.finding, self.finding.failing_since
        if since is None or finding.outcome not in ("gone", "failing"):
            return finding.reason
        begun = since.astimezone(now.tzinfo)
        times = f"{counted(finding.failures, 'time')} since {begun.date()}"
        if finding.outcome == "gone":
            return f"{finding.reason}, {times}"
        return f"{finding.reason}, {times}; not called gone before {(begun + GONE_AFTER).date()}"

    def as_json(self) -> dict[str, object]:
        """Return the fields of a link; `recall show --json` has them as well."""
        finding = self.finding
        instants = ("checked_at", "failing_since", "wait_until")
        return {
            **finding._asdict(),
            **{name: instant_as_json(getattr(finding, name)) for name in instants},
            "advice": ADVICE[finding.outcome],
            "command": self.command,
            "archive_url": self.copy,
        }


class CheckView(NamedTuple):
    """What a round through links found, or what was found last.

    left_alone are the links of sites that asked for a longer pause, unasked those that were not
    reached; without is the number of resources that have no link to look at.
    """

    links: Sequence[LinkView]
    left_alone: Sequence[int] = ()
    unasked: Sequence[int] = ()
    without: int = 0

    @property
    def by_outcome(self) -> dict[Outcome, list[LinkView]]:
        """The links by what was found, the most pressing first."""
        found = {
            outcome: [link for link in self.links if link.finding.outcome == outcome]
            for outcome in ADVICE
        }
        return {outcome: links for outcome, links in found.items() if links}

    def as_json(self) -> dict[str, object]:
        """Return what `recall check --json` prints."""
        groups = self.by_outcome
        return {
            "links": [
                {"id": link.resource.id, "title": link.resource.title, **link.as_json()}
                for link in self.links
            ],
            "counts": {outcome: len(groups.get(outcome, ())) for outcome in OUTCOMES},
            "left_alone": list(self.left_alone),
            "unasked": list(self.unasked),
            "without_link": self.without,
        }


def link_view(context: Context, resource: Resource) -> LinkView | None:
    """Return what was last found of a resource's link; None if nobody has looked."""
    finding = last_found(context, resource)
    return None if finding is None else found_view(context, resource, finding)


def last_view(context: Context, resources: Sequence[Resource]) -> CheckView:
    """Return what was last found of the links of resources; unasked are those never checked."""
    known = all_last_found(context)
    wanted = chosen_links(context, resources)
    found = [
        found_view(context, resource, known[resource.id])
        for resource in resources
        if resource.id in known
    ]
    unasked = [link.resource_id for link in wanted.links if link.resource_id not in known]
    return CheckView(found, unasked=unasked, without=wanted.without)


def check_view(
    links: Sequence[LinkView], wanted: ChosenLinks, left_alone: Sequence[LinkToCheck]
) -> CheckView:
    """Return what a round through the wanted links found."""
    alone = [link.resource_id for link in left_alone]
    reached = {*alone, *(link.resource.id for link in links)}
    unasked = [link.resource_id for link in wanted.links if link.resource_id not in reached]
    return CheckView(links, alone, unasked, wanted.without)


def found_view(context: Context, resource: Resource, finding: Finding) -> LinkView:
    """Return a finding with the address of a copy, if the page was not there."""
    is_web = not finding.url.lower().startswith("file:")
    wants_copy = is_web and finding.outcome in ("gone", "failing")
    copy = archive_url(finding.url, seen_on(context, resource)) if wants_copy else None
    return LinkView(resource, finding, copy)

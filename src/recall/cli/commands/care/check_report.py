"""How what was found of links is printed: a line each, then what to do."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.cli.output.width import clip, width
from recall.cli.report import named
from recall.domain.link_checks.addresses import host_of
from recall.domain.link_checks.finding import Outcome
from recall.domain.text.plain import plain
from recall.domain.text.wording import counted
from recall.views.link_checks.findings import ADVICE, CheckView, LinkView
from recall.views.resource import shown_title

_STYLES = {"gone": "bad", "moved": "due", "failing": "warn", "ok": "good"}
_OUTCOME_WIDTH, _ID_WIDTH = 7, 5
_TITLE_LEAST = 24
"""Columns that a title keeps beside a long reason."""


def write_line(screen: Screen, link: LinkView) -> None:
    """Write one line: the outcome, the ID, the title, and what was seen."""
    outcome = link.finding.outcome
    head = f"{' ' * (_OUTCOME_WIDTH - len(outcome))}{_styled(screen, outcome)}"
    head += f" {screen.style(f'{link.resource.id:>{_ID_WIDTH}}', 'key')}  "
    title, reason = plain(shown_title(link.resource)), plain(link.finding.reason)
    if screen.terminal:
        room = screen.columns - _OUTCOME_WIDTH - _ID_WIDTH - 3
        title = clip(title, max(_TITLE_LEAST, room - width(reason) - 2) if reason else room)
        reason = clip(reason, room - width(title) - 2)
    shown = screen.link(title, link.resource.url)
    screen.write(f"{head}{shown}  {screen.style(reason, 'dim')}".rstrip(" "))


def write_summary(screen: Screen, view: CheckView, now: datetime) -> None:
    """Write how many there are of each outcome, and what to do about all but the good ones."""
    groups = view.by_outcome
    if not groups:
        return
    counts = ", ".join(f"{len(links)} {outcome}" for outcome, links in groups.items())
    screen.write()
    paragraph(screen, f"{counted(len(view.links), 'link')}: {counts}", style="heading")
    for outcome, links in groups.items():
        if outcome != "ok":
            screen.write()
            paragraph(screen, ADVICE[outcome], label=f"{outcome}: ")
            _write_group(screen, outcome, links, now)


def _write_group(
    screen: Screen, outcome: Outcome, links: Sequence[LinkView], now: datetime
) -> None:
    if outcome == "moved":
        for link in links:
            screen.write(f"  {link.command}")  # not wrapped, so that it can be copied in one piece
    elif outcome in ("login", "blocked"):
        first = min(link.resource.id for link in links)
        what = f"{_by_site(links)}; 'recall open {first}' opens the first"
        paragraph(screen, what if len(links) > 1 else f"recall open {first}", label="  ")
    else:
        for link in links:
            _write_problem(screen, link, now)


def _by_site(links: Sequence[LinkView]) -> str:
    """Return how many links there are on each site, the most first."""
    sites = Counter(host_of(link.finding.url) for link in links).most_common()
    return ", ".join(f"{count} on {site}" for site, count in sites)


def _write_problem(screen: Screen, link: LinkView, now: datetime) -> None:
    paragraph(screen, f"{named(link.resource)}: {link.told(now)}", label="  ")
    if link.copy is not None:
        screen.write(f"    {screen.link(link.copy, link.copy)}")
    if link.finding.outcome == "gone":
        number = link.resource.id
        screen.write(f"    recall edit {number} --url NEW, or recall archive {number}")


def _styled(screen: Screen, outcome: Outcome) -> str:
    style = _STYLES.get(outcome)
    return screen.style(outcome, style) if style else outcome

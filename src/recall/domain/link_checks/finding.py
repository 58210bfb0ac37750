"""What was last found of a link, and the rule by which a link is gone."""

from datetime import datetime, timedelta
from typing import Literal, NamedTuple, get_args

Outcome = Literal["ok", "moved", "login", "blocked", "unclear", "failing", "gone"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
"""failing: the page was not there, but that is not enough to call it gone. unclear: nothing can
be said about the page, because the server or the way to it had a problem."""

Seen = Literal["ok", "moved", "login", "blocked", "unclear", "missing"]
"""What one look shows. missing: the server or the name says that there is no such page."""

GONE_FAILURES = 3
GONE_AFTER = timedelta(days=7)
"""A link is gone after this many failures in a row, the last this long after the first."""

_LONGEST_WAIT = 24 * 60 * 60
"""Seconds. A site that wants to be left alone for longer is asked again after this."""


class Look(NamedTuple):
    """The meaning of one answer; reason says in a few words what it is taken from."""

    seen: Seen
    reason: str = ""
    status: int | None = None
    final_url: str | None = None
    moved_to: str | None = None


class Finding(NamedTuple):
    """What was last found of a resource's link; instants are aware.

    url is the address that was asked for: after a change of the link, this says nothing about
    the new one. failures are those in a row, the first of them at failing_since. wait_until is
    when the site wants to be asked again.
    """

    url: str
    checked_at: datetime
    outcome: Outcome
    reason: str = ""
    status: int | None = None
    final_url: str | None = None
    moved_to: str | None = None
    failures: int = 0
    failing_since: datetime | None = None
    wait_until: datetime | None = None


def found(
    url: str, look: Look, now: datetime, before: Finding | None = None, wait: int | None = None
) -> Finding:
    """Return the finding of a look; before is the one so far, wait the site's Retry-After.

    A page that is missing counts as a failure. A look that shows nothing about the page neither
    adds to the failures nor ends them; everything else ends them.
    """
    failures, since = _failures(url, look, now, before)
    return Finding(
        url=url,
        checked_at=now,
        outcome=_outcome(look, failures, since, now),
        reason=look.reason,
        status=look.status,
        final_url=look.final_url,
        moved_to=look.moved_to,
        failures=failures,
        failing_since=since,
        wait_until=None if wait is None else now + timedelta(seconds=min(wait, _LONGEST_WAIT)),
    )


def _failures(
    url: str, look: Look, now: datetime, before: Finding | None
) -> tuple[int, datetime | None]:
    """Return the failures in a row, and when the first of them was."""
    failures, since = 0, None
    # A beginning in the future is of a clock that was wrong.
    if before is not None and before.url == url and (before.failing_since or now) <= now:
        failures, since = before.failures, before.failing_since
    if look.seen == "missing":
        return failures + 1, since or now
    return (failures, since) if look.seen == "unclear" else (0, None)


def _outcome(look: Look, failures: int, since: datetime | None, now: datetime) -> Outcome:
    if look.seen != "missing":
        return look.seen
    is_gone = failures >= GONE_FAILURES and since is not None and now - since >= GONE_AFTER
    return "gone" if is_gone else "failing"

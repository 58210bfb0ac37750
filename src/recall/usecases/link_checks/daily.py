"""How many links the background program may still check on a study day."""

from datetime import timedelta

from recall.domain.calendar.study_day import study_date
from recall.storage.tables import reminders
from recall.storage.tables.link_checks import findings
from recall.storage.tables.reminders import Claim
from recall.usecases.context import Context

DAILY_CHECKS = 20
"""Links a day, those of `recall check` counted as well."""


def left_today(context: Context) -> int:
    """Return how many links may be checked on this study day; 0 if that is not wanted."""
    if not context.settings.check_on:
        return 0
    zone, begins = context.now.tzinfo, context.settings.day_start
    moments = (finding.checked_at for finding in findings.present(context.store).values())
    done = sum(study_date(at.astimezone(zone), begins) == context.today for at in moments)
    return max(0, DAILY_CHECKS - done)


def claimed(context: Context, machine: str, lease: timedelta) -> bool:
    """Return whether a machine may check links now: none has begun to within the lease.

    Machines that share a library would ask for the same links, which are noted one by one.
    """
    wanted = Claim("links", "")
    return reminders.claim(context.store, wanted, machine, context.now, lease=lease)

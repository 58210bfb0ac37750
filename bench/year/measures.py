"""What is measured of a year, and what the commands said in it."""

from typing import NamedTuple

SAID_AFTER_REVISITS = 50


class Said(NamedTuple):
    """What commands printed after SAID_AFTER_REVISITS revisits, on their day."""

    day: int
    stats: str
    why: str
    optimize: str


class Year(NamedTuple):
    """The measures of a life.

    at_due is the mean true recall on the due dates of revisits whose interval was set from what
    recall knew of the person; kept is the mean, over the days, of the resources truly kept.
    told_after is the number of revisits after which `why` first said that the person remembers
    longer, or forgets sooner, than most; None if it never did.
    """

    revisits: int
    recalled: float
    at_due: float
    minutes: int
    read: int
    kept: float
    kept_at_end: int
    told_after: int | None
    said: Said | None
    doctor: str

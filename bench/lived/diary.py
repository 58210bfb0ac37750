"""The record of a life, and its measures."""

from collections.abc import Sequence
from math import ceil, nan
from statistics import fmean
from typing import NamedTuple

READ_BY_DAYS = (30, 60, 120, 180)
EARLY_DAYS = 60


class Diary:
    """A record. kept and read are by day, minutes by day of work; the other lists are of events.

    lateness is in days, and chances has the true recall at each of these revisits. waits are of
    begun readings that are no books: the days of work from one sitting to the next on which they
    were left alone. waiting has the lateness of the revisits that still wait at the end. Of what
    was read before the first day, early_minutes are those of its revisits in the first
    EARLY_DAYS, and second_recalls the true recall on the date that a first pass led to.
    """

    def __init__(self) -> None:
        """Begin empty."""
        self.kept: list[int] = []
        self.read: list[int] = []
        self.minutes: list[int] = []
        self.lateness: list[int] = []
        self.chances: list[float] = []
        self.waiting: list[int] = []
        self.waits: list[int] = []
        self.second_recalls: list[float] = []
        self.early_minutes = 0
        self.days_without_reading = 0
        self.recalled = 0
        self.vanished = 0
        self.unplanned = 0


class Measures(NamedTuple):
    """The measures of one life.

    kept is the mean over the days. Lateness is in days, of the revisits that were done; the
    longest counts those that still wait at the end too. Waits are in days of work. The last two
    are of what was read before the first day: minutes in the first EARLY_DAYS, and the mean true
    recall on the date that a first pass led to, nan if none was passed.
    """

    read_by_30: float
    read_by_60: float
    read_by_120: float
    read_by_180: float
    kept: float
    kept_at_end: float
    mean_late: float
    late_95: float
    longest_late: float
    mean_wait: float
    longest_wait: float
    without_reading: float
    minutes: float
    revisits: float
    recalled: float
    vanished: float
    unplanned: float
    early_minutes: float
    second_recall: float


def measure(diary: Diary) -> Measures:
    """Return the measures; a day after the end of the record counts as its end."""
    by_30, by_60, by_120, by_180 = (
        diary.read[min(day, len(diary.read)) - 1] for day in READ_BY_DAYS
    )
    return Measures(
        read_by_30=by_30,
        read_by_60=by_60,
        read_by_120=by_120,
        read_by_180=by_180,
        kept=fmean(diary.kept),
        kept_at_end=diary.kept[-1],
        mean_late=_mean(diary.lateness),
        late_95=_percentile(diary.lateness, 0.95),
        longest_late=max([*diary.lateness, *diary.waiting], default=0),
        mean_wait=_mean(diary.waits),
        longest_wait=max(diary.waits, default=0),
        without_reading=diary.days_without_reading / max(1, len(diary.minutes)),
        minutes=sum(diary.minutes),
        revisits=len(diary.lateness),
        recalled=diary.recalled / max(1, len(diary.lateness)),
        vanished=diary.vanished,
        unplanned=diary.unplanned,
        early_minutes=diary.early_minutes,
        second_recall=fmean(diary.second_recalls) if diary.second_recalls else nan,
    )


def _mean(values: Sequence[int]) -> float:
    return fmean(values) if values else 0.0


def _percentile(values: Sequence[int], share: float) -> int:
    """Return the smallest value that this share of the values does not exceed; 0 if none."""
    return sorted(values)[ceil(share * len(values)) - 1] if values else 0

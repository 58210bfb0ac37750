"""Reviews and sittings, and how far the sittings of a reading have come."""

from datetime import date
from typing import NamedTuple

from recall.domain.library.progress import Progress, read_so_far
from recall.domain.library.resource import Resource
from recall.domain.library.review import Review, Sitting
from recall.domain.text.plain import lines, plain
from recall.domain.text.wording import counted
from recall.usecases.context import Context
from recall.usecases.rating.progress import progress_of

_AS_STORED = (
    "reviewed_at",
    "minutes",
    "note",
    "retrievability",
    "stability_before",
    "stability",
    "difficulty_before",
    "difficulty",
    "interval",
    "elapsed",
    "source",
)


class ReviewView(NamedTuple):
    """One review, and whether a model of memory learns from it."""

    review: Review
    learnt: bool

    def as_json(self) -> dict[str, object]:
        """Return what `show`, `grade` and `read` print of a review."""
        review = self.review
        return {
            "study_date": review.study_date.isoformat(),
            "rating": review.rating.name.lower(),
            **{name: getattr(review, name) for name in _AS_STORED},
            "due": review.due.isoformat(),
            "learnt": self.learnt,
        }


class SittingView(NamedTuple):
    """One sitting of a first reading."""

    sitting: Sitting

    def as_json(self) -> dict[str, object]:
        """Return what `show` prints of a sitting."""
        return {
            "study_date": self.sitting.study_date.isoformat(),
            "minutes": self.sitting.minutes,
            "note": self.sitting.note,
            "progress": self.sitting.covered,
            "stopped_at": self.sitting.stopped_at,
        }


class ProgressView(NamedTuple):
    """How far a first reading has come, and where its last sitting stopped."""

    progress: Progress

    @property
    def amount(self) -> str:
        """How far it is, and what to type if nothing is left."""
        if self.progress.sittings_left:
            return self.so_far
        number = self.progress.last.resource_id
        return f"{self.so_far}; 'recall read {number}' when it is finished"

    @property
    def so_far(self) -> str:
        """How far it is: '150 of 600 min, 25 %, about 23 sittings left'."""
        told = self.progress
        if not told.sittings_left:
            return read_so_far(told.minutes_read, told.minutes)
        share = f"{told.minutes_read} of {told.minutes} min, {told.percent} %"
        return f"{share}, about {counted(told.sittings_left, 'sitting')} left"

    def stop(self, today: date) -> list[str]:
        """Where and when it stopped, and the note: 'stopped at chapter 3, 28 Nov: the note'.

        Each line of the note is a line, and safe to show.
        """
        last = self.progress.last
        place = "last sitting" if last.stopped_at is None else f"stopped at {last.stopped_at}"
        note = "" if last.note is None else f": {last.note}"
        return lines(f"{plain(place)}, {_day(last.study_date, today)}{note}")

    def as_json(self) -> dict[str, object]:
        """Return what `show` and `read --sitting` print of it."""
        told = self.progress
        return {
            "minutes_read": told.minutes_read,
            "minutes": told.minutes,
            "percent": told.percent,
            "sittings_left": told.sittings_left,
            "stopped_at": told.last.stopped_at,
            "note": told.last.note,
            "study_date": told.last.study_date.isoformat(),
        }


def progress_view(context: Context, resource: Resource) -> ProgressView | None:
    """Return how far a first reading has come; None if it is not begun, or is finished."""
    found = progress_of(context, [resource]).get(resource.id)
    return None if found is None else ProgressView(found)


def before_opening(context: Context, resource: Resource) -> list[str]:
    """Return the lines to read before a resource is opened: how far it has come, and its note."""
    view, note = progress_view(context, resource), lines(resource.note or "")
    if view is None:
        return note
    is_of_sitting = view.progress.last.note == resource.note
    return [view.so_far, *view.stop(context.today), *([] if is_of_sitting else note)]


def _day(day: date, today: date) -> str:
    """Return a day as 28 Nov, with its year if that is not this one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {day:%b}{year}"

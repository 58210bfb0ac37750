"""Statistics: what was recalled, the time spent, and the days to come, as pictures."""

from starlette.responses import Response

from recall.usecases.memory.statistics import Split, days_lived
from recall.usecases.personal import person_today
from recall.views.ahead import forecast_view
from recall.views.memory.statistics import statistics_view, week_view
from recall.web.pages.endpoint import Page
from recall.web.pages.page_request import PageRequest
from recall.web.pictures.calibration import calibration
from recall.web.pictures.coming_days import coming_days
from recall.web.pictures.minutes_by_day import minutes_by_day
from recall.web.pictures.recall_by_time import recall_by_time
from recall.web.pictures.year_of_days import WEEKS, year_of_days
from recall.web.words.told.coming import assumptions, reading_end
from recall.web.words.told.statistics import facts
from recall.web.words.told.week import week_lines

SPANS = (12, 26, WEEKS)
"""Weeks that can be chosen; the first is what `recall stats` shows."""

_BY_WEEK = 26
"""More weeks than this are drawn by month."""

_DAYS_AHEAD = 30

_SPLITS: tuple[Split, ...] = ("month", "week")


def show(asked: PageRequest) -> Response:
    """Show the counts of some weeks, and a year of days."""
    weeks = next((span for span in SPANS if str(span) == asked.query("weeks")), SPANS[0])
    words, context = asked.words, asked.context
    counts = statistics_view(context, weeks, _SPLITS).counts
    told = counts.told
    by_week = recall_by_time(words, list(counts.by_week), told.by_week, "week")
    by_month = recall_by_time(words, list(counts.by_month), told.by_month, "month")
    return asked.page(
        "statistics.html",
        counts=counts,
        weeks=weeks,
        spans=SPANS,
        facts=facts(words, counts),
        person=person_today(context) if counts.has_begun else None,
        week=week_lines(words, week_view(context).week),
        pictures=[
            by_week if weeks <= _BY_WEEK else by_month,
            calibration(words, counts.accuracy),
            minutes_by_day(words, counts.by_day),
            year_of_days(words, days_lived(context, WEEKS), context.today),
        ],
    )


def show_coming(asked: PageRequest) -> Response:
    """Show the coming days, and when the list is read."""
    view = forecast_view(asked.context, _DAYS_AHEAD)
    return asked.page(
        "coming.html",
        picture=coming_days(asked.words, view),
        assumptions=assumptions(asked.words, view.forecast.habits),
        end=reading_end(asked.words, view.forecast),
    )


STATISTICS_PAGES = (
    Page("GET", "/statistics", show),
    Page("GET", "/coming", show_coming),
)

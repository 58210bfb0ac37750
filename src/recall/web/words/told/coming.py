"""What the forecast supposes, and when the list is read: in English as in `recall forecast`."""

from recall.domain.ahead.habits import Habits
from recall.domain.ahead.list_end import HORIZON_DAYS
from recall.domain.text.wording import about_date, percent
from recall.usecases.planning.ahead.forecast import Forecast
from recall.web.words.words import PageWords


def assumptions(words: PageWords, habits: Habits) -> str:
    """Say how the days are expected to be lived."""
    _ = words._
    if not habits.are_known:
        return _("Assumes that you do each day's plan, until a week of yours is known.")
    parts = [_("%(num)d worked") % {"num": habits.worked}]
    if habits.planned:
        parts.append(_("%(share)s of plans done") % {"share": percent(habits.done_share)})
    more = percent(abs(habits.pace - 1))
    if more != percent(0):
        said = _("%(share)s slower") if habits.pace > 1 else _("%(share)s faster")
        parts.append(said % {"share": more})
    said = _("Assumes days like the last %(num)d: %(parts)s.")
    return said % {"num": habits.days, "parts": _(", ").join(parts)}


def reading_end(words: PageWords, forecast: Forecast) -> str:
    """Say when the list is read."""
    _, end = words._, forecast.end
    if end is None:
        return _("Nothing is left to read.")
    if end.read_by is not None:
        said = _("The list is read by about %(day)s at this pace.")
        return said % {"day": words.about(about_date(end.read_by, forecast.days[0].study_date))}
    said = words.many(
        "The list is not read within %(years)d years at this pace: about %(num)d of %(all)d "
        "readings is left then.",
        "The list is not read within %(years)d years at this pace: about %(num)d of %(all)d "
        "readings are left then.",
        end.unread,
    )
    years = HORIZON_DAYS // 365
    return said % {"years": years, "num": end.unread, "all": forecast.readings}

"""How a day stands of whose plan nothing is left, in a sentence."""

from recall.usecases.planning.today import StudyDay
from recall.views.day import DayView
from recall.web.words.words import PageWords


def ending(words: PageWords, view: DayView) -> str:
    """Return why nothing is left of today."""
    _, study = words._, view.study
    stands = study.progress
    if study.pause is not None:
        if study.pause.until is None:
            return _("Paused.")
        return _("Paused until %(day)s.") % {"day": words.whole_day(study.pause.until)}
    done = sum(visit.progress.state == "done" for visit in view.visits) + len(view.unplanned)
    if done:
        told = {"num": done, "spent": stands.spent_minutes, "all": stands.plan.minutes}
        return (
            words.many(
                "Done for today: %(num)d thing, %(spent)d of %(all)d min.",
                "Done for today: %(num)d things, %(spent)d of %(all)d min.",
                done,
            )
            % told
        )
    return _empty(words, view)


def _empty(words: PageWords, view: DayView) -> str:
    """Return why a day without anything done has nothing on its list."""
    _, study = words._, view.study
    minutes = study.progress.plan.minutes
    if not minutes:
        return _("A day off: it has no minutes.")
    if view.visits:
        return _("Nothing is left of today's plan.")
    if study.due_for_more or study.unread_for_more:
        return _("Nothing that waits fits %(num)d min.") % {"num": minutes}
    nothing = _("Nothing to do today.")
    return f"{nothing} {_nothing_waits(words, study)}".rstrip()


def _nothing_waits(words: PageWords, study: StudyDay) -> str:
    """Return why nothing waits today."""
    rest = study.rest
    if rest.is_empty:
        return words._("The library is empty.")
    if rest.next_due is not None:
        day = words.day(rest.next_due, study.study_date)
        return words._("The next revisit is due on %(day)s.") % {"day": day}
    if rest.aside and not study.unread_beyond:
        said = words.many(
            "%(num)d resource is suspended or archived.",
            "%(num)d resources are suspended or archived.",
            rest.aside,
        )
        return said % {"num": rest.aside}
    if study.is_on_hold:
        said = words._("%(num)d more to read, in sections that are on hold.")
        return said % {"num": study.unread_beyond}
    return ""

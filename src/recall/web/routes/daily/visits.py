"""What can be done to one thing of the day: grades, a sitting, later, not today, postponed."""

from collections.abc import Callable
from urllib.parse import urlencode

from starlette.responses import Response

from recall.domain.calendar.budget import DAY_MINUTES
from recall.domain.library.card import Rating
from recall.domain.library.progress import ALL_PERCENT
from recall.domain.library.timing.stopwatch import Elapsed, TimeTaken, time_taken
from recall.domain.library.when_read import stated
from recall.domain.text.dates import parse_future
from recall.errors import BadInput
from recall.usecases.context import Context
from recall.usecases.find import AsSeen
from recall.usecases.session.beside import visit_today
from recall.usecases.session.session import Session, SessionVisit, Stop
from recall.web.pages.endpoint import Handler, Page
from recall.web.pages.page_request import PageRequest
from recall.web.routes.daily import late
from recall.web.routes.daily.clocks import read_clocks
from recall.web.routes.daily.mistakes import or_again
from recall.web.routes.daily.session import GRADES, TITLE
from recall.web.routes.returning import back

_RATINGS = {rating.name.lower(): rating for rating in Rating}


def grade(asked: PageRequest) -> Response:
    """Grade a revisit, or the first reading just finished; ask first if the time may be wrong."""
    rating = _RATINGS.get(asked.field("rating"))
    if rating is None:
        raise BadInput("no rating was given; give again, hard, good or easy")
    session, visit = _begun(asked)
    taken = _taken(asked, visit)
    if taken.question or (visit.is_small_part and not asked.field("sure")):
        return _ask(asked, visit, taken)
    said = asked.field("read_on")
    read_on = stated(said, asked.context.today) if said else None
    session.grade(asked.context, visit, rating, taken.minutes, read_on=read_on)
    return _back(asked, session)


def sit(asked: PageRequest) -> Response:
    """Record one sitting of a first reading, and where it stopped."""
    session, visit = _begun(asked)
    if visit.is_revisit:
        raise BadInput("a sitting is part of a first reading; this one is read already")
    taken = _taken(asked, visit)
    if taken.question:
        return _ask(asked, visit, taken)
    percent = asked.whole("percent", 0, ALL_PERCENT - 1)
    stop = Stop(percent=percent) if percent is not None else Stop(asked.field("place") or None)
    session.sit(asked.context, visit, taken.minutes or visit.planned.minutes, stop)
    return _back(asked, session)


def once(asked: PageRequest) -> Response:
    """Record that a first reading is done, and that no revisits are wanted."""
    session, visit = _begun(asked)
    taken = _taken(asked, visit)
    if taken.question:
        return _ask(asked, visit, taken)
    session.read_once(asked.context, visit, taken.minutes or visit.planned.minutes)
    return _back(asked, session)


def postpone(asked: PageRequest) -> Response:
    """Move a revisit to a later day."""
    session, visit = _begun(asked)
    day = parse_future(asked.field("until") or "tomorrow", asked.context.today)
    session.postpone(asked.context, visit, day)
    return _back(asked, session)


def aside(put: Callable[[Session, Context, SessionVisit], object]) -> Handler:
    """Return a handler that puts a visit aside, by a step of the session."""

    def answer(asked: PageRequest) -> Response:
        session, visit = _begun(asked)
        put(session, asked.context, visit)
        return _back(asked, session)

    return answer


def question(asked: PageRequest) -> Response:
    """Keep the person's own question, which is shown before they recall."""
    session, visit = _begun(asked)
    session.ask(asked.context, visit, asked.field("question"))
    session.keep_notes(asked.context)
    carried = {name: asked.field(name) for name in ("since", "day", "beyond") if asked.field(name)}
    return asked.go(f"/session/{asked.number}/grades?{urlencode(carried)}")


def _begun(asked: PageRequest) -> tuple[Session, SessionVisit]:
    """Return a session with the note that waits, and the visit as the form saw it."""
    session = Session(asked.context)
    visit = session.visit(asked.context, visit_today(asked.context, asked.number))
    if asked.field("note"):
        session.notes[visit.resource.id] = asked.field("note")
    if asked.field("noted"):
        session.over[visit.resource.id] = asked.field("noted")
    seen = asked.field("seen")
    return session, visit._replace(seen=AsSeen(visit.resource.id, seen)) if seen else visit


def _elapsed(asked: PageRequest) -> Elapsed | None:
    """Return the time since the visit was shown, None if the form does not say when that was."""
    since = read_clocks(asked.field("since"))
    return None if since is None else Elapsed().until(since, asked.site.clocks())


def _taken(asked: PageRequest, visit: SessionVisit) -> TimeTaken:
    """Return the minutes that the person gave, or else what the clocks say."""
    given, elapsed = asked.whole("minutes", 1, DAY_MINUTES), _elapsed(asked)
    if given is not None or elapsed is None:
        return TimeTaken(given)
    return time_taken(elapsed, visit.planned.minutes, is_revisit=visit.is_revisit)


def _ask(asked: PageRequest, visit: SessionVisit, taken: TimeTaken) -> Response:
    """Ask what the clock cannot know; nothing is recorded yet."""
    asked_for = ("minutes", "sure")
    fields = {name: asked.field(name) for name in asked.form if name not in asked_for}
    elapsed = _elapsed(asked) or Elapsed()
    return asked.page("ask.html", visit=visit, taken=taken, elapsed=elapsed, fields=fields)


def _back(asked: PageRequest, session: Session) -> Response:
    """Return to where the form was; the session is told for which day it was.

    A note that was written and has no grade is kept.
    """
    session.keep_notes(asked.context)
    told = {name: asked.field(name) for name in ("beyond", "day") if asked.field(name)}
    if told.get("day") == asked.context.today.isoformat():
        del told["day"]
    is_session = bool(told) and asked.field("from") in (TITLE, GRADES)
    return asked.go(back(asked) + (f"?{urlencode(told)}" if is_session else ""))


VISIT_PAGES = (
    Page("POST", "/visit/{number:id}/grade", or_again(late.once(grade, "grade", "read"))),
    Page("POST", "/visit/{number:id}/sitting", or_again(late.once(sit, "sitting"))),
    Page("POST", "/visit/{number:id}/once", or_again(late.once(once, "read"))),
    Page(
        "POST", "/visit/{number:id}/later", or_again(late.once(aside(Session.put_later), "later"))
    ),
    Page("POST", "/visit/{number:id}/off", or_again(late.once(aside(Session.put_off), "put off"))),
    Page("POST", "/visit/{number:id}/postpone", or_again(late.once(postpone, "postpone"))),
    Page(
        "POST", "/visit/{number:id}/suspend", or_again(late.once(aside(Session.suspend), "suspend"))
    ),
    Page("POST", "/visit/{number:id}/question", or_again(question)),
)

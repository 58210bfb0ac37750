"""Today: the plan with its minutes, what is done, what is left, and what else waits."""

from starlette.responses import Response

from recall.domain.calendar.budget import DAY_MINUTES
from recall.views.day import day_view
from recall.web.pages.endpoint import Page
from recall.web.pages.page_request import PageRequest
from recall.web.words.actions import last_done
from recall.web.words.endings import ending


def show(asked: PageRequest) -> Response:
    """Show today's plan."""
    view = day_view(asked.context, whole=True)
    done = last_done(asked.words, asked.context)
    return asked.page("today.html", view=view, done=done, ending=ending(asked.words, view))


def more(asked: PageRequest) -> Response:
    """Put more at the end of today's plan."""
    from recall.usecases.planning import revising

    revising.more(asked.context, asked.whole("minutes", 1, DAY_MINUTES))
    return asked.go("/")


def set_minutes(asked: PageRequest) -> Response:
    """Give today other minutes."""
    from recall.usecases.planning import revising

    minutes = asked.whole("minutes", 0, DAY_MINUTES)
    if minutes is not None:
        revising.set_minutes(asked.context, minutes)
    return asked.go("/")


TODAY_PAGES = (
    Page("GET", "/", show),
    Page("POST", "/today/more", more),
    Page("POST", "/today/minutes", set_minutes),
)

"""Sections: how much of each is read, and when it is read: its turn, and its deadline."""

from starlette.responses import Response

from recall.domain.day.turns import TURNS
from recall.domain.lists.section_names import shown as path_of
from recall.domain.text.dates import parse_future
from recall.errors import RecallError
from recall.usecases.planning.sections import a_day, lay_down, rules_of
from recall.usecases.resources.looking.section_progress import section_progress
from recall.web.pages.endpoint import Page
from recall.web.pages.page_request import PageRequest
from recall.web.pages.problems import status_of, told
from recall.web.words.told.actions import last_done


def show(asked: PageRequest) -> Response:
    """Show all sections."""
    return shown(asked)


def shown(asked: PageRequest, problem: str = "", status: int = 200) -> Response:
    """Show all sections; a problem stands beside the one that the form is about, or above all."""
    context = asked.context
    sections = section_progress(context)
    rules = rules_of(context, [section.section for section in sections])
    return asked.page(
        "library/sections.html",
        status,
        sections=sections,
        rules=rules,
        a_day=a_day(context, rules.values()),
        places=[path_of(rule) for rule in rules],
        turns=tuple(TURNS),
        problem=problem,
        about=asked.field("section"),
        typed={name: asked.field(name) for name in ("turn", "by")},
        done=last_done(asked.words, context),
    )


def lay_a_rule_down(asked: PageRequest) -> Response:
    """Set the turn and the deadline of a section and of all below it."""
    by = asked.field("by")
    try:
        deadline = parse_future(by, asked.context.today) if by else None
        turn = asked.field("turn") or None
        lay_down(asked.context, asked.field("section"), turn, deadline, never=not by)
    except RecallError as error:
        return shown(asked, told(error, asked.words), status_of(error))
    return asked.go("/library/sections")


SECTION_PAGES = (
    Page("GET", "/library/sections", show),
    Page("POST", "/library/sections/rule", lay_a_rule_down),
)

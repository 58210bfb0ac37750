"""The lists and their files: how they stand, and bringing them in step, shown before it is done."""

from datetime import datetime

from starlette.responses import Response

from recall.errors import RecallError
from recall.settings import machine_id
from recall.usecases.syncing.as_shown import ShownSync, SyncChanged, show_sync, sync_as_shown
from recall.usecases.syncing.pairs import ListPair, chosen, pairs
from recall.usecases.syncing.standing import STATES_IN_WORDS, forget
from recall.views.syncing.standings import lists_view
from recall.web.pages.endpoint import Page
from recall.web.pages.page_request import PageRequest
from recall.web.pages.problems import status_of, told
from recall.web.words.sentences import said
from recall.web.words.told.actions import last_done


def show(asked: PageRequest) -> Response:
    """Show each list with its file, when both were last in step, and what is wrong."""
    return shown(asked)


def sync(asked: PageRequest) -> Response:
    """Show what a sync would do; then, by its mark, do it as it was shown."""
    unticks = bool(asked.field("take_unticks"))
    try:
        pair = _pair(asked)
        mark = asked.field("mark")
        if not mark:
            found = show_sync(asked.context, pair, take_unticks=unticks)
            if found.report.changes:
                return _report(asked, pair, found, unticks=unticks)
            mark = found.mark  # nothing to ask: that both are in step is noted
        sync_as_shown(asked.context, pair, mark, take_unticks=unticks)
        return asked.go("/lists")
    except SyncChanged as changed:
        found = show_sync(asked.context, pair, take_unticks=unticks)
        problem = said(asked.words, str(changed))
        return _report(asked, pair, found, problem=problem, unticks=unticks)
    except RecallError as error:
        return shown(asked, told(error, asked.words), status_of(error), about=asked.number)


def let_go(asked: PageRequest) -> Response:
    """Forget the file of a list; the file and its resources stay."""
    try:
        forget(asked.context, _pair(asked))
    except RecallError as error:
        return shown(asked, told(error, asked.words), status_of(error), about=asked.number)
    return asked.go("/lists")


def _pair(asked: PageRequest) -> ListPair:
    (pair,) = chosen(pairs(asked.context.store, machine_id.name()), [str(asked.number)])
    return pair


def _report(
    asked: PageRequest, pair: ListPair, found: ShownSync, *, problem: str = "", unticks: bool
) -> Response:
    return asked.page(
        "lists/sync.html",
        status=409 if problem else 200,
        pair=pair,
        report=found.report,
        mark=found.mark,
        take_unticks=unticks,
        problem=problem,
    )


def shown(asked: PageRequest, problem: str = "", status: int = 200, *, about: int = 0) -> Response:
    """Show the lists; a problem stands beside the list that it is about, or above all."""
    zone = asked.context.now.tzinfo
    lists = lists_view(asked.context, machine_id.name()).lists
    moments = {
        standing.id: datetime.fromisoformat(standing.at).astimezone(zone)
        for standing in lists
        if standing.at
    }
    return asked.page(
        "lists/lists.html",
        status=status,
        lists=lists,
        moments=moments,
        states=STATES_IN_WORDS,
        about=about,
        problem=problem,
        done=last_done(asked.words, asked.context),
    )


LIST_PAGES = (
    Page("GET", "/lists", show),
    Page("POST", "/lists/{number:id}/sync", sync),
    Page("POST", "/lists/{number:id}/forget", let_go),
)

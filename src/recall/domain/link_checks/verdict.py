"""What an answer means for a link."""

from collections.abc import Callable

from recall.domain.link_checks import addresses
from recall.domain.link_checks.answer import NO_SUCH_FILE, NO_SUCH_HOST, LinkAnswer
from recall.domain.link_checks.finding import Look, Seen
from recall.domain.walls import titles
from recall.domain.walls.addresses import leads_to_check, leads_to_login
from recall.domain.walls.statuses import BLOCKED, MISSING

_NOT_THERE = (NO_SUCH_HOST, NO_SUCH_FILE)
_NOT_THIS_RANGE = 416
"""The page is there, but shorter than the part that was asked for."""

_LEADING_ON = (301, 302, 303, 307, 308)
_LEAST_ERROR = 400

LONGEST_PROPOSED = 2_000
"""Characters of an address that a person would still take over by a command line."""

Same = Callable[[str, str], bool]
"""Tells whether two addresses are those of one resource."""


def judged(answer: LinkAnswer, title: str, is_same: Same) -> Look:
    """Return what an answer means; title is the resource's own in the library.

    A login and a block come first: behind them nobody can see whether the page is there.
    """
    if answer.problem is not None:
        seen: Seen = "missing" if answer.problem in _NOT_THERE else "unclear"
        return _look(answer, seen, answer.problem)
    for judge in (_login, _blocked, _missing):
        if (look := judge(answer, title)) is not None:
            return look
    status = answer.status or 0
    if status >= _LEAST_ERROR and status != _NOT_THIS_RANGE:
        return _look(answer, "unclear", f"the site answers with error {status}")
    if status in _LEADING_ON:
        return _look(answer, "unclear", f"leads on, but not where ({status})")
    moved_to = answer.moved_to or ""
    if 0 < len(moved_to) <= LONGEST_PROPOSED and not is_same(answer.url, moved_to):
        return _look(answer, "moved", "")._replace(moved_to=moved_to)
    return _look(answer, "ok", "")


def _login(answer: LinkAnswer, title: str) -> Look | None:
    if leads_to_login(answer.url, answer.final_url):
        return _look(answer, "login", "leads to a login")
    if titles.says_login(answer.title, title):
        return _look(answer, "login", "shows a login")
    return None


def _blocked(answer: LinkAnswer, title: str) -> Look | None:
    if answer.status in BLOCKED:
        return _look(answer, "blocked", f"refuses programs ({answer.status})")
    if answer.is_challenge or leads_to_check(answer.url, answer.final_url):
        return _look(answer, "blocked", "checks for robots")
    if titles.says_check(answer.title, title):
        return _look(answer, "blocked", "checks for robots")
    return None


def _missing(answer: LinkAnswer, title: str) -> Look | None:
    if answer.status in MISSING:
        return _look(answer, "missing", f"not found ({answer.status})")
    if (answer.status or 0) >= _LEAST_ERROR:
        return None
    if titles.says_missing(answer.title, title):
        return _look(answer, "missing", f"the page is titled '{answer.title}'")
    if not answer.redirects:
        return None
    if addresses.is_error_page(answer.final_url) and not addresses.is_error_page(answer.url):
        return _look(answer, "missing", "leads to an error page")
    return _front_page(answer)


def _front_page(answer: LinkAnswer) -> Look | None:
    """Judge a page that leads to a front page: the page itself is then not there.

    A network that wants a login sends every page to its own front page, but not for good.
    """
    final = answer.final_url
    if not addresses.is_front_page(final) or addresses.may_be_a_front_page(answer.url):
        return None
    is_other = addresses.host_of(final) != addresses.host_of(answer.url)
    if is_other and final != answer.moved_to:
        host = addresses.host_of(final)
        return _look(answer, "unclear", f"leads to the front page of {host} for now")
    return _look(answer, "missing", "leads to the front page of the site")


def _look(answer: LinkAnswer, seen: Seen, reason: str) -> Look:
    final = answer.final_url if answer.redirects else None
    return Look(seen, reason, answer.status, final)

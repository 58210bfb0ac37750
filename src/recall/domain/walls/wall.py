"""Tells a page that wants a login, or keeps programs out, from the page that was asked for."""

from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from recall.domain.walls.addresses import leads_to_check, leads_to_login
from recall.domain.walls.statuses import BLOCKED, MISSING
from recall.domain.walls.titles import begins_with_login, says_check, says_missing

Wall = Literal["login", "blocked"]

FEW_WORDS = 150
"""Fewer words or characters beside a field for a password are no article."""

_WITH_LOGIN = ("zhihu.com", "weixin.qq.com", "xiaohongshu.com", "weibo.com", "x.com", "twitter.com")
"""Sites that show an empty page to whom they do not know."""


class Seen(NamedTuple):
    """A page as it came: where from, and how much text is on it."""

    asked: str
    url: str
    status: int
    title: str = ""
    length: int = 0
    has_password: bool = False


def wall(seen: Seen) -> Wall | None:
    """Return what stands in front of a page; None if it is the page."""
    if leads_to_login(seen.asked, seen.url):
        return "login"
    is_short = seen.length < FEW_WORDS
    is_check = leads_to_check(seen.asked, seen.url) or (is_short and says_check(seen.title))
    if is_check or seen.status in BLOCKED:
        return "login" if _has_login(seen.asked) else "blocked"
    if is_short and (seen.has_password or begins_with_login(seen.title)):
        return "login"
    return "login" if not seen.length and _has_login(seen.asked) else None


def is_missing(seen: Seen) -> bool:
    """Return whether a page says that there is no such page, by its status or by its title."""
    return seen.status in MISSING or (seen.length < FEW_WORDS and says_missing(seen.title))


def host_of(url: str) -> str:
    """Return the host of an address as a person reads it; "" if it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _has_login(url: str) -> bool:
    host = host_of(url)
    return any(host == site or host.endswith(f".{site}") for site in _WITH_LOGIN)

"""Tells a page that wants a login, or keeps programs out, from the page that was asked for."""

import re
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

Wall = Literal["login", "blocked"]

_LOGIN_STATUS = (401, 407)
_BLOCKED_STATUS = (402, 403, 405, 406, 412, 418, 421, 429, 451, 503, 999)
"""403, 406, 412, 418, 429, 503 and 999 are what sites send to programs, whatever they mean."""

_LOGIN_HOSTS = re.compile(r"^(accounts?|passport|login|signin|auth|sso|idp)\.")
_LOGIN_PATH = re.compile(
    r"(^|/)(log[_-]?in|sign[_-]?in|sign[_-]?up|register|passport|sso|oauth2?|authwall|unhuman)"
    r"(/|$|\.\w+$)",
    re.IGNORECASE,
)
_LOGIN_WORDS = (
    r"(log ?in|sign ?in|sign ?up|登录|登陆|登入|请登录|用户登录|注册登录|ログイン|로그인)"
)
_LOGIN_TITLE = re.compile(
    rf"^\W*(please )?{_LOGIN_WORDS}( required)?(\W|$)|[-|–_·] *{_LOGIN_WORDS}\W*$", re.IGNORECASE
)
_CHECK_TITLE = re.compile(
    r"just a moment|attention required|access denied|are you (a )?(human|robot)|captcha|"
    r"verify (that )?you are (a )?human|security check|ddos[- ]guard|checking your browser|"
    r"安全验证|人机验证|验证码|环境异常|访问验证|滑动验证|安全检查|请求存在异常",
    re.IGNORECASE,
)

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
    if seen.status in _LOGIN_STATUS or _is_login_address(seen):
        return "login"
    if _CHECK_TITLE.search(seen.title) and seen.length < FEW_WORDS:
        return "login" if _has_login(seen.asked) else "blocked"
    if seen.status in _BLOCKED_STATUS:
        return "login" if _has_login(seen.asked) else "blocked"
    is_short = seen.length < FEW_WORDS
    if is_short and (seen.has_password or _LOGIN_TITLE.search(seen.title)):
        return "login"
    return "login" if not seen.length and _has_login(seen.asked) else None


def host_of(url: str) -> str:
    """Return the host of an address as a person reads it; "" if it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _is_login_address(seen: Seen) -> bool:
    """Return whether the page led to an address for logging in that was not asked for."""
    if seen.url == seen.asked:
        return False
    here, there = urlsplit(seen.asked), urlsplit(seen.url)
    led = there.path != here.path and bool(_LOGIN_PATH.search(there.path))
    moved = there.hostname != here.hostname and bool(_LOGIN_HOSTS.match(there.hostname or ""))
    return (led and not _LOGIN_PATH.search(here.path)) or moved


def _has_login(url: str) -> bool:
    host = host_of(url)
    return any(host == site or host.endswith(f".{site}") for site in _WITH_LOGIN)

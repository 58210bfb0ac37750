"""What the address of a page tells: a front page, or an error page."""

import re
from urllib.parse import parse_qsl, quote, urlsplit, urlunsplit

from recall.domain.text.addresses import without_user

_FRONT = re.compile(r"/?(?:(?:index|default|home)(?:\.\w{2,5})?/?)?", re.IGNORECASE)
_EMPTY_WORDS = frozenset(("from", "ref", "error", "redirect", "redirected", "source", "status"))
"""Parameters of a front page that name no page of their own."""

_ERROR_PAGES = re.compile(
    r"(?:error/?|errors/)?(?:404|page[-_]?not[-_]?found|not[-_]?found)(?:\.\w{2,5})?", re.IGNORECASE
)
_HOSTS_OF_SITES = (".github.io", ".gitlab.io", ".readthedocs.io", ".netlify.app", ".pages.dev")
"""On these hosts a site may move to a domain of its own, whose front page it then is."""

_KEPT = "%/:?@!$&'()*+,;=~[]#"
"""Characters that stay as they are in a path, a query and a fragment."""

_SHORTENERS = frozenset(("bit.ly", "t.co", "goo.gl", "aka.ms", "tinyurl.com", "t.cn", "dwz.cn"))
"""Hosts whose addresses stand for any other, front pages among them."""


def host_of(url: str) -> str:
    """Return the host of a URL, with its port if it has one, but without `www.`; "" if none."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    return (parts.hostname or "").removeprefix("www.") + port


def is_front_page(url: str) -> bool:
    """Return whether an address is the front page of its site."""
    parts = urlsplit(url)
    if not _FRONT.fullmatch(parts.path):
        return False
    names = [name.lower() for name, _ in parse_qsl(parts.query, keep_blank_values=True)]
    return all(name in _EMPTY_WORDS or name.startswith("utm_") for name in names)


def may_be_a_front_page(url: str) -> bool:
    """Return whether an address may rightly lead to a front page, of any site."""
    host = host_of(url)
    return is_front_page(url) or host in _SHORTENERS or host.endswith(_HOSTS_OF_SITES)


def is_error_page(url: str) -> bool:
    """Return whether an address is the one of an error page, such as `/404.html`."""
    return _ERROR_PAGES.fullmatch(urlsplit(url).path.strip("/")) is not None


def in_ascii(url: str) -> str:
    """Return an address that a server named in printable ASCII, without a name and password.

    It may be anything: it is shown, stored, and offered as part of a command line.
    """
    parts = urlsplit(without_user(url))
    place = parts.netloc
    if not place.isascii():
        place = place.encode("idna").decode("ascii")
    rest = (quote(part, _KEPT) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, place, *rest))

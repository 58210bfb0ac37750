"""What the address that a page led to tells: a login, or a check for robots."""

import re
from urllib.parse import urlsplit

_LOGIN_NAMES = ("login", "signin", "account", "accounts", "passport", "sso", "auth", "idp")
"""First parts of hosts that do nothing but sign people in."""

_LOGIN = re.compile(
    r"(?:user|users|account|accounts|auth|session|sessions)?[-_]?"
    r"(?:log[-_]?in|sign[-_]?in|sign[-_]?up|sso|passport|register|oauth2?|authwall)"
    r"(?:\.\w{2,5})?",
    re.IGNORECASE,
)
_CHECK = re.compile(
    r"captcha|unhuman|cdn-cgi/challenge|/sorry/|security[-_]?check|/verify(?:$|[/?])|antispider",
    re.IGNORECASE,
)


def is_login(url: str) -> bool:
    """Return whether an address is that of a login."""
    parts = urlsplit(url)
    first, _, rest = (parts.hostname or "").partition(".")
    if first in _LOGIN_NAMES and "." in rest:
        return True
    return any(_LOGIN.fullmatch(name) for name in parts.path.split("/"))


def is_check(url: str) -> bool:
    """Return whether an address is that of a page that keeps programs out."""
    return _CHECK.search(urlsplit(url).path) is not None


def leads_to_login(asked: str, final: str) -> bool:
    """Return whether another address was asked for than that of the login that answered."""
    return final != asked and is_login(final) and not is_login(asked)


def leads_to_check(asked: str, final: str) -> bool:
    """Return whether another address was asked for than that of the check that answered."""
    return final != asked and is_check(final) and not is_check(asked)

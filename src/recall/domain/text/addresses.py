"""Addresses as they may be shown."""

import re

_USER = re.compile(r"^(\w[\w+.-]*:)?//[^/?#\\]*@")


def without_user(url: str) -> str:
    """Return an address without the user's name and password in it, if it has any."""
    return _USER.sub(r"\1//", url)


def without_scheme(url: str) -> str:
    """Return an address as a title shows it: without scheme, name, password and a slash at the end.

    A title goes into lists, exports and notifications. An address without a scheme gives "".
    """
    return without_user(url).partition("://")[2].rstrip("/")

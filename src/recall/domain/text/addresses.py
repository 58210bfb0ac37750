"""Addresses as they may be shown."""

import re

_USER = re.compile(r"^(\w[\w+.-]*:)?//[^/?#\\]*@")


def without_user(url: str) -> str:
    """Return an address without the user's name and password in it, if it has any."""
    return _USER.sub(r"\1//", url)

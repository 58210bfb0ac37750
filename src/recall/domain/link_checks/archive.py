"""Addresses at a web archive. They are built, and nobody is asked."""

from datetime import date

from recall.domain.text.addresses import without_user

_ARCHIVE = "https://web.archive.org/web"


def archive_url(url: str, day: date | str) -> str:
    """Return the address of the copy nearest to a day, a month (`2024-05`) or a year (`2024`).

    A user's name and password in the URL are not for the archive.
    """
    return f"{_ARCHIVE}/{str(day).replace('-', '')}/{without_user(url)}"

"""Database URLs: which can be used, and how each is shown. The whole URL may hold a password."""

SQLITE = "sqlite:///"

_FORMS = "sqlite:////absolute/path.db or postgresql://user@host/name"

_SERVER = (
    r"(?:postgresql|postgres|postgresql\+psycopg)://"
    r"(?:[^:/@]*(?::[^@]*)?@)?"  # as SQLAlchemy reads them: a password may hold anything but @
    r"(?P<host>[\w.,-]*|\[[0-9a-fA-F:.%\w]+\])(?::[0-9]+)?"
    r"(?:/(?P<name>[^?]*))?(?:\?.*)?"
)


def problem(url: str) -> str:
    """Return the requirement that a URL breaks, as the end of a sentence; "" if it can be used.

    A second @ could belong to the password or begin the host, which messages name: such a URL is
    refused, so that no part of a password is taken for the host.
    """
    if url.startswith(SQLITE):
        if url == f"{SQLITE}:memory:":
            return "one of a file: a library in memory would be gone with the command"
        return "" if url != SQLITE else _FORMS
    if url.startswith(("postgres://", "postgresql")) and url.count("@") > 1:
        return "written with %40 for each @ in its user or password"
    return "" if _parts(url) else _FORMS


def shown(url: str) -> str:
    """Return a URL as it may be shown: a server and the name there, without user and query."""
    if url.startswith(SQLITE):
        return url
    parts = _parts(url)
    return "postgresql://{}/{}".format(*parts) if parts else "postgresql://"


def _parts(url: str) -> tuple[str, str] | None:
    """Return the host and the name of a database on a server; None if it is no such URL."""
    import re  # a library in a file needs none

    if url.count("@") > 1 or not (found := re.fullmatch(_SERVER, url)):
        return None
    return found["host"] or "", found["name"] or ""

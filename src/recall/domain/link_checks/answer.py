"""The answer to one look at a link, as the network or the disk gave it."""

from typing import NamedTuple

NO_SUCH_HOST = "no such host"
"""The problem of a name that has no address."""

NO_SUCH_FILE = "no such file"
"""The problem of a file that is not there."""

PERMANENT = (301, 308)
"""Statuses by which a server says that a page has a new address for good (RFC 9110, 15.4)."""


class Redirect(NamedTuple):
    """One step on the way: its status, and the absolute URL that it leads to."""

    status: int
    url: str


class LinkAnswer(NamedTuple):
    """What came back for a URL.

    url is the address that was asked for; redirects are the steps from there, in order. status
    is the one of the last page, None if there is none; title is that page's, "" if it has none.
    problem says in words why there is no page, such as NO_SUCH_HOST. heard is False if nothing came
    from the host at all, as if there were no network, and None if nobody was asked. retry_after is
    in seconds.
    is_challenge: the server says in a header that it checks whether we are a person.
    """

    url: str
    status: int | None = None
    redirects: tuple[Redirect, ...] = ()
    title: str = ""
    problem: str | None = None
    retry_after: int | None = None
    is_challenge: bool = False
    heard: bool | None = True

    @property
    def final_url(self) -> str:
        """The address of the last page."""
        return self.redirects[-1].url if self.redirects else self.url

    @property
    def moved_to(self) -> str | None:
        """The address that permanent redirects lead to, up to the first that is not permanent."""
        found = None
        for redirect in self.redirects:
            if redirect.status not in PERMANENT:
                break
            found = redirect.url
        return found

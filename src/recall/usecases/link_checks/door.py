"""How a link is asked for: pages through the door to the network, files on the disk."""

import os
from collections.abc import Callable, Mapping
from math import ceil
from urllib.parse import urlsplit
from urllib.request import url2pathname

from recall.domain.link_checks.addresses import in_ascii
from recall.domain.link_checks.answer import NO_SUCH_FILE, NO_SUCH_HOST, LinkAnswer, Redirect
from recall.domain.link_checks.page_title import page_title
from recall.domain.text.plain import plain
from recall.fetching import answer as fetched
from recall.fetching.answer import AskLimits, NoAnswer, Reason
from recall.fetching.courtesy import pause_of
from recall.fetching.network import Network

CHECK_LIMITS = AskLimits(bytes=65_536, cut=True)
"""The title stands in the first part of a page, and more is not asked for."""

_HEARD: Mapping[Reason, bool | None] = {
    **dict.fromkeys(("no host", "offline", "silent"), False),
    **dict.fromkeys(("address", "own network", "asked to wait"), None),
}
"""Whether a host was heard, by the reason for which there is no answer; by any other it was."""

_HTML = ("text/html", "application/xhtml+xml", "")


def door(network: Network) -> Callable[[str], LinkAnswer]:
    """Return what asks for a link: by GET for the first bytes, and once."""

    def ask(url: str) -> LinkAnswer:
        if url.lower().startswith("file:"):
            return _on_disk(url)
        try:
            return _answer(url, network.ask(url, CHECK_LIMITS))
        except NoAnswer as error:
            return _problem(url, error)

    return ask


def _answer(url: str, found: fetched.Answer) -> LinkAnswer:
    is_html = found.content_type in _HTML
    pause = pause_of(found)
    return LinkAnswer(
        url=url,
        status=found.status,
        redirects=tuple(Redirect(hop.status, in_ascii(hop.url)) for hop in found.hops),
        title=page_title(found.body, found.headers.get("content-type", "")) if is_html else "",
        retry_after=None if pause is None else ceil(pause),
        is_challenge="cf-mitigated" in found.headers,
    )


def _problem(url: str, error: NoAnswer) -> LinkAnswer:
    words = NO_SUCH_HOST if error.reason == "no host" else plain(str(error))
    return LinkAnswer(url, problem=words, heard=_HEARD.get(error.reason, True))


def _on_disk(url: str) -> LinkAnswer:
    """Look for a file that the person named."""
    is_there = os.path.exists(url2pathname(urlsplit(url).path))
    return LinkAnswer(url, problem=None if is_there else NO_SUCH_FILE, heard=None)

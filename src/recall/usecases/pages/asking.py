"""Asks the pages of many addresses, politely: whichever host may be asked next comes first."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from recall.domain.walls.wall import host_of
from recall.errors import RecallError
from recall.fetching.answer import NoAnswer
from recall.fetching.looking import first_asked, look
from recall.fetching.network import Network
from recall.fetching.reading.extractor import EXTRA, is_installed
from recall.usecases.pages.looked import Looked

PATIENCE = 2
"""Refusals in a row by one host, after which the rest of it is left alone in this run; and names
in a row that cannot be looked up, after which there is no network."""

_REFUSALS = ("login", "blocked", "asked to wait", "refused", "silent", "certificate", "error")
"""Reasons that will hold for the next page of the same host as well."""


Progress = Callable[[int, str, float], None]
"""Is told the number of pages asked so far, the next address, and the seconds until it is asked."""


def without_extra() -> str | None:
    """Return what to do if the libraries that read pages are not installed, None if they are."""
    return None if is_installed() else f"pip install '{EXTRA}' brings what reads them"


def refuse_without_extra() -> None:
    """Raise RecallError if the libraries that read pages are not installed."""
    if missing := without_extra():
        raise RecallError(f"pages cannot be asked: {missing}")


def ask_all(
    network: Network,
    urls: Sequence[str],
    *,
    text: bool = False,
    progress: Progress | None = None,
) -> Iterator[Looked]:
    """Ask each address once, and give what came of it as soon as it is known.

    A host that refuses twice in a row is left alone from then on; without a network all are.
    """
    waiting, refusals, offline = list(urls), Counter[str](), 0
    while waiting:
        url = min(waiting, key=lambda one: network.seconds_until(first_asked(one)))
        waiting.remove(url)
        host = host_of(first_asked(url))
        if offline >= PATIENCE or refusals[host] >= PATIENCE:
            yield Looked(url, left_alone=True)
            continue
        if progress is not None:
            seconds = network.seconds_until(first_asked(url))
            progress(len(urls) - len(waiting), url, seconds)
        looked = _ask(network, url, text=text)
        reason = looked.problem.reason if looked.problem else None
        refusals[host] = refusals[host] + 1 if reason in _REFUSALS else 0
        offline = offline + 1 if reason == "offline" else 0
        yield looked


def _ask(network: Network, url: str, *, text: bool) -> Looked:
    try:
        return Looked(url, look(network, url, text=text))
    except NoAnswer as problem:
        return Looked(url, problem=problem)

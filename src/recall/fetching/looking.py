"""Finds out what the page of a resource says: from a source, from the page, or from a file."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from recall.domain.library.resource import ResourceKind
from recall.domain.pages.facts import PageFacts, minutes_of_pages, minutes_of_seconds
from recall.domain.pages.measuring import measured
from recall.domain.text.plain import plain
from recall.domain.walls.statuses import MISSING
from recall.domain.walls.wall import Seen, host_of, is_missing, wall
from recall.fetching.answer import Answer, AskLimits, NoAnswer
from recall.fetching.network import Network
from recall.fetching.reading.child import PDF
from recall.fetching.reading.extractor import Extract, Task, extract
from recall.fetching.sources.source import NOT_UNDERSTOOD, SOURCE_LIMITS, PageSource
from recall.fetching.sources.table import source_of

WHOLE_SECONDS = 19.0
"""For all that is done about one resource, but for waiting until its host may be asked.

With the start of the child it is less than 20."""

_KINDS: Mapping[str | None, ResourceKind] = {"video": "video", "article": "article"}
"""Names of encodings as pages give them, and as Python knows them."""

_TO_READ = 5.0
"""Seconds of these that are left for reading the page, at least."""

LARGEST_FILE = 100_000_000
"""Bytes of a file of the person's own. No network is in the way, and books have many pictures."""

_ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1"
_HTML = ("text/html", "application/xhtml+xml", "application/xml", "text/xml", "")
_OK, _SERVER = range(200, 300), range(500, 600)


def look(network: Network, url: str, *, text: bool = False) -> PageFacts:
    """Return what is known of the page at an address; with text, all of its text as well.

    NoAnswer, in one sentence, if nothing can be found out.
    """
    if url.lower().startswith("file:"):
        return _of_file(url)
    source, end = source_of(url), network.busy() + WHOLE_SECONDS
    if source is None:
        return _of_page(network, url, end)
    try:
        facts = _of_source(network, source, url)
    except NoAnswer as problem:
        if not source.or_page or problem.reason in ("offline", "silent"):
            raise
        return _of_page(network, url, end)
    if text and source.text_at(url):
        with suppress(NoAnswer):  # what the source says is worth having without the text
            return facts._replace(text=_of_page(network, source.text_at(url), end).text)
    return facts


def first_asked(url: str) -> str:
    """Return the address that is asked first for a resource's address."""
    source = source_of(url)
    return (source.address(url) if source else None) or url


def _of_source(network: Network, source: PageSource, url: str) -> PageFacts:
    asked = source.address(url) or url
    answer = network.ask(asked, SOURCE_LIMITS, "application/json, application/atom+xml")
    _refuse(answer, Seen(asked, answer.url, answer.status), source.name)
    try:
        return source.read(answer.body, url)
    except NOT_UNDERSTOOD as bad:
        raise NoAnswer("gone", f"{source.name} does not know {url}") from bad


def _of_page(network: Network, url: str, end: float) -> PageFacts:
    """Ask for a page, and read it, until `network.busy()` is at the end."""
    seconds = max(1.0, end - network.busy() - _TO_READ)
    answer = network.ask(url, AskLimits(seconds=seconds), _ACCEPT)
    host = host_of(answer.url)
    _refuse(answer, Seen(url, answer.url, answer.status), host)
    kind = _kind(answer)
    if kind is None:
        raise NoAnswer(
            "unreadable", f"{host} sends neither a page nor a PDF, but {answer.content_type}"
        )
    task = Task(f"the page at {host}", kind, answer.url, charset=_charset(answer), data=answer.body)
    found = extract(task, max(1.0, end - network.busy()))
    seen = Seen(url, answer.url, answer.status, found.title, has_password=found.has_password)
    facts = _facts(found)
    _refuse(answer, seen._replace(length=facts.length or 0), host)
    if not facts.title and not facts.text:
        raise NoAnswer("empty", f"{host} shows no text to programs")
    return facts


def _of_file(url: str) -> PageFacts:
    path = Path(url2pathname(urlsplit(url).path))
    kind = {".pdf": PDF, ".html": _HTML[0], ".htm": _HTML[0], ".txt": "text/plain"}.get(
        path.suffix.lower()
    )
    if kind is None:
        raise NoAnswer("unreadable", f"{path.name} is neither a page nor a PDF")
    try:
        is_file, size = path.is_file(), path.stat().st_size
    except OSError as error:
        raise NoAnswer("gone", f"{path} cannot be read: {error.strerror}") from error
    if not is_file:
        raise NoAnswer("unreadable", f"{path} is no regular file")
    if size > LARGEST_FILE:
        raise NoAnswer("too large", f"{path.name} has more than {LARGEST_FILE // 1_000_000} MB")
    return _facts(extract(Task(path.name, kind, url, path=path)))


def _refuse(answer: Answer, seen: Seen, name: str) -> None:
    """Raise NoAnswer if an answer is not the page that was asked for."""
    stands = wall(seen)
    if stands == "login":
        raise NoAnswer("login", f"{host_of(seen.asked)} wants a login")
    if stands == "blocked":
        raise NoAnswer("blocked", f"{name} keeps programs out ({answer.status})")
    if is_missing(seen):
        said = answer.status if answer.status in MISSING else f"'{plain(seen.title)}'"
        raise NoAnswer("gone", f"{name} has no such page ({said})")
    if answer.status not in _OK:
        whose = "is in trouble" if answer.status in _SERVER else "does not give the page"
        raise NoAnswer("error", f"{name} {whose} ({answer.status})")


def _kind(answer: Answer) -> str | None:
    """Return the media type to read the answer as; PDFs are told by their first bytes."""
    if answer.body[:1024].lstrip().startswith(b"%PDF-"):
        return PDF
    if answer.content_type in _HTML:
        return _HTML[0]
    return "text/plain" if answer.content_type.startswith("text/") else None


def _charset(answer: Answer) -> str:
    """Return the encoding that the server names."""
    _, _, said = answer.headers.get("content-type", "").lower().partition("charset=")
    return said.partition(";")[0].strip(" \"'")


def _facts(found: Extract) -> PageFacts:
    language, length = measured(found.text, found.language or "")
    minutes = minutes_of_pages(found.pages) if found.pages else None
    if found.seconds and found.kind == "video":
        minutes = minutes_of_seconds(found.seconds)
    of_page = None if minutes else length
    kind = "paper" if found.pages else _KINDS.get(found.kind)
    return PageFacts(
        title=found.title,
        kind=kind,
        language=language,
        published_on=found.published_on,
        length=of_page,
        minutes=minutes,
        text=found.text,
    )

"""Hostile answers of other programs: web sites that are fetched or checked, and the desktop."""

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

from recall.daemon.reminder_loop import ReminderLoop
from recall.domain.reminders.message import Message
from recall.domain.text.plain import plain
from recall.errors import RecallError
from recall.fetching.answer import NoAnswer
from recall.fetching.network import Network
from recall.fetching.reading import html_page, pdf_file
from recall.fetching.reading.extractor import Task, extract
from recall.fetching.sources.source import NOT_UNDERSTOOD
from recall.fetching.sources.table import SOURCES
from recall.notify.dbus_buttons import DbusButtons
from recall.notify.session_bus import Signal
from testing.faults.hostile.house import Done, House, described, harmful, house
from testing.faults.hostile.mutations import TOKENS, chance, hostile_text, mutated
from testing.faults.hostile.pace import Hanging, time_limit
from testing.faults.hostile.wires import sending
from testing.faults.kind import Kind, Trial
from testing.network import pages
from testing.network.sites import Watch, packed, redirect, reply

FULL, FEW = 10_000, 4

_YEAR_MINUTES = 525_600

_CHILD_SECONDS = 4
"""Seconds that a page may take to be read, here; a child has longer."""

_BY_CHILD = 200
"""Of so many pages each first is read by a child process, which takes a second."""

_PAGE = pages.page(
    "Attention", pages.paragraphs(pages.ENGLISH, 12) + pages.paragraphs(pages.CHINESE, 3),
    head='<meta charset="utf-8"><meta property="article:published_time" content="2024-05-01">'
    '<script type="application/ld+json">{"@type": "VideoObject", "duration": "PT5M"}</script>',
).encode()  # fmt: skip
_PDF = pages.written_pdf((24, "Attention is all"), (10, "The dominant models"))
_ATOM = (
    b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A paper</title>'
    b'<published>2023-09-12T00:00:00Z</published><comment xmlns="http://arxiv.org/schemas/atom">'
    b"16 pages</comment></entry></feed>"
)
_OBJECTS: tuple[object, ...] = (
    {"title": "A video", "duration": 300, "upload_date": "2024-05-01 10:00:00", "author_name": "B"},
    {"code": 0, "data": {"title": "T", "duration": 300, "pubdate": 1714550400, "pages": [{}]}},
    {"message": {"title": ["T"], "page": "1-16", "issued": {"date-parts": [[2024, 5]]}}},
    {
        "name": "recall",
        "full_name": "a/b",
        "description": "d",
        "created_at": "2024-05-01T00:00:00Z",
    },
)
_BODIES = (_PAGE, _PDF, _ATOM, *(json.dumps(one).encode() for one in _OBJECTS))
_ADDRESSES = (
    "https://arxiv.org/abs/2309.06180", "https://www.youtube.com/watch?v=abcdefghijk",
    "https://vimeo.com/123", "https://www.bilibili.com/video/BV1xx411c7mD",
    "https://doi.org/10.1145/3600006.3613165", "https://github.com/a/b",
)  # fmt: skip


def answer_kinds() -> tuple[Kind, ...]:
    return (
        Kind("fetched-html", "hostile pages", FULL, FEW, partial(_reading, "html")),
        Kind("fetched-pdf", "hostile PDFs", FULL, FEW, partial(_reading, "pdf")),
        Kind(
            "fetched-services",
            "hostile answers of services",
            FULL,
            FEW,
            partial(_reading, "source"),
        ),
        Kind("fetched-http", "hostile servers, asked by check", FULL, FEW, _checking),
        Kind("desktop", "hostile signals of the desktop", FULL, FEW, _clicking),
    )


@contextmanager
def _reading(kind: str, _folder: Path) -> Iterator[Callable[[int], Trial]]:
    """Read bodies as the child process does; a few are read by a child itself."""
    logging.disable()  # as in the child, whose standard error nobody sees

    def trial(seed: int) -> Trial:
        random = Random(seed)
        own = {"html": (_PAGE,), "pdf": (_PDF, pages.pdf(2, "T"))}.get(kind, _BODIES[2:])
        did, data = mutated(random, random.choice(own), (*_BODIES, *TOKENS))
        if kind == "source":
            wrong = _of_service(random, data)
        elif seed % _BY_CHILD:
            wrong = _of_page(random, kind, data)
        else:
            wrong = _of_child(kind, data)
        return Trial(f"{did} ({len(data)} bytes)", wrong)

    try:
        yield trial
    finally:
        logging.disable(logging.NOTSET)


def _of_service(random: Random, data: bytes) -> str:
    address = random.choice(_ADDRESSES)
    source = next(one for one in SOURCES if one.address(address))
    try:
        facts = source.read(data, address)
    except NOT_UNDERSTOOD:
        return ""
    except Exception as error:
        return described(error)
    return "more than a year of minutes" if (facts.minutes or 0) > _YEAR_MINUTES else ""


def _of_page(random: Random, kind: str, data: bytes) -> str:
    charset = random.choice(("", "utf-8", "gbk", "utf-7", "base64", hostile_text(random)))
    read = (
        partial(pdf_file.read, BytesIO(data), 10_000)
        if kind == "pdf"
        else partial(html_page.read, data, charset, "https://example.org/a")
    )
    try:
        with time_limit(_CHILD_SECONDS):
            json.dumps(list(read()))
    except (MemoryError, RecursionError, Hanging):
        return ""  # the child says what the first two mean, and is ended when it takes too long
    except Exception as error:
        return described(error)
    return ""


def _of_child(kind: str, data: bytes) -> str:
    """Give bytes to the child process; it may refuse them, but must not take longer than it may."""
    media = {"pdf": "application/pdf", "html": "text/html"}[kind]
    try:
        with time_limit():
            extract(Task("the page", media, "https://example.org/a", data=data), _CHILD_SECONDS)
    except NoAnswer as error:
        return harmful(plain(str(error))) or ("crashed" in str(error) and str(error)) or ""
    except Hanging:
        return "it has not ended"
    return ""


@contextmanager
def _checking(folder: Path) -> Iterator[Callable[[int], Trial]]:
    with house(folder) as home:

        def trial(seed: int) -> Trial:
            random = Random(seed)
            did, said = _http(random)
            watch = Watch()
            home.network = Network(sending(said), watch, watch.sleep)
            argv = random.choice((["check", "1"], ["fetch", "1", "2"], ["check", "2", "--json"]))
            return Trial(f"recall {' '.join(argv)}, {did}", _checked(home, seed, argv))

        yield trial


def _checked(home: House, seed: int, argv: list[str]) -> str:
    home.restore()
    try:
        with time_limit():
            done: Done = home.run(argv)
            # A link that was checked is kept, whatever came of the next.
            return home.wrong(done, in_part=True) or (home.doctor() if seed % 10 == 0 else "")
    except Hanging:
        return "it has not ended"


def _http(random: Random) -> tuple[str, bytes]:
    """Return what a server says, from the status line on."""
    body = random.choice(_BODIES[:1])
    there = hostile_text(random, ("https://example.org/b", "/c", "//d", "http://127.0.0.1/", "?"))
    wanted = there.encode("utf-8", "replace").decode("latin-1").replace("\r", "")
    pause = hostile_text(random, ("5", "9" * 30)).encode("ascii", "ignore").decode()
    status = f"{random.choice((404, 410, 429, 503, 301, 200, 999, 100))} Odd"
    whole = random.choice(
        (
            reply(body),
            packed("<title>Packed</title>" * random.choice((1, 30_000))),
            reply(body, status=status, Retry_After=pause),
            redirect(wanted),
        )
    )
    return mutated(random, whole, (_PAGE, *TOKENS)) if chance(random, 0.8) else ("as it is", whole)


@contextmanager
def _clicking(folder: Path) -> Iterator[Callable[[int], Trial]]:
    message = Message("digest 2026-03-02", "Title", "Body", (("review", "Review"),))
    with house(folder) as home:

        def trial(seed: int) -> Trial:
            random = Random(seed)
            chain = DbusButtons({}, "linux")
            bus = _Bus(list(_signals(random)))
            chain._bus, chain._owner = bus, ":1.5"  # type: ignore[assignment]
            chain._shown = {1: message, 2: message._replace(slot="nudge 2026-03-02")}
            did = ascii(bus.waiting)[:300]
            return Trial(did, _listened(home, chain))

        yield trial


def _listened(home: House, chain: DbusButtons) -> str:
    from recall.cli.environment import Environment
    from testing.libraries.factories import NOW

    outside = Environment(home.environ, lambda: NOW)
    done: list[tuple[Message, str]] = []
    try:
        with time_limit():
            loop = ReminderLoop(outside.library, [chain], {"PATH": ""}, "linux", lambda: NOW)
            chain.listen(lambda message, key: done.append((message, key)))
            for message, key in done:
                loop._do(message, key)
    except Hanging:
        return "it has not ended"
    except RecallError as error:
        return harmful(str(error)) and "to the log: " + harmful(str(error))
    except Exception as error:
        return described(error)
    return ""


class _Bus:
    """A session bus on which some signals wait."""

    def __init__(self, waiting: list[Signal]) -> None:
        self.waiting = waiting

    def signals(self) -> Iterator[Signal]:
        """Give each once."""
        yield from self.waiting

    def call(self, *_: Any) -> int:
        """Answer any call."""
        return 0


def _signals(random: Random) -> Iterator[Signal]:
    """Give signals with names, values and senders that may be anything D-Bus can carry."""
    for _ in range(random.randint(1, 5)):
        values: list[object] = [
            random.choice(
                (1, 2, 0, -1, 2**32, "1", True, None, b"x", [], {}, 1.5, hostile_text(random))
            )
            for _ in range(random.choice((0, 1, 2, 2, 2, 3)))
        ]
        if chance(random, 0.5):
            values = [
                random.choice((1, 2)),
                hostile_text(random, ("review", "snooze", "tomorrow", "default")),
            ]
        name = random.choice(
            ("ActionInvoked", "NotificationClosed", "ActivationToken", hostile_text(random))
        )
        yield Signal(name, tuple(values), random.choice((":1.5", ":1.5", ":1.6", "")))

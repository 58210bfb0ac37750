"""Hostile requests to the page: forms, query strings, headers, cookies, uploads."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote_from_bytes

from starlette.testclient import TestClient

from recall.cli.environment import Environment
from recall.domain.library.timing.stopwatch import Clocks
from recall.web.app import build
from recall.web.guard.devices import Devices
from recall.web.guard.hosts import own_names
from recall.web.pages.endpoint import COOKIE, WEB_LOGGER
from recall.web.routes.paths import link_path
from recall.web.routes.table import PAGES
from recall.web.sent_forms import SentForms
from recall.web.site import Site
from recall.web.uploads import Uploads
from testing.faults.hostile.house import SECRET, House, described, harmful, house
from testing.faults.hostile.mutations import chance, hostile_text, mutated
from testing.faults.hostile.pace import Hanging, time_limit
from testing.faults.kind import Kind, Trial
from testing.libraries.factories import NOW
from testing.samples import SAMPLES

FULL, FEW = 10_000, 6

URL = "http://127.0.0.1:7322"

_FIELD = re.compile(r'name="([a-z_]+)"')

_USUAL = (
    "1", "2", "good", "again", "3", "2026-03-05", "20", "1h30", "https://example.org/9", "Thing",
    "all", "unread", "on", "0", "-1", "en", "markdown", "/", "/library", "today", "q", "due",
)  # fmt: skip

_HEADERS = (
    "host", "origin", "referer", "sec-fetch-site", "accept-language", "cookie", "content-type",
    "user-agent", "if-none-match", "x-forwarded-for", "content-length", "accept", "range",
)  # fmt: skip

_SERVER_ERROR = 500

_FILES = tuple(sample.data for sample in SAMPLES)


def page_kinds() -> tuple[Kind, ...]:
    return (Kind("page", "hostile requests to the page", FULL, FEW, _browsing),)


@contextmanager
def _browsing(folder: Path) -> Iterator[Callable[[int], Trial]]:
    logged: list[str] = []
    listener = _Listener(logged)
    logging.getLogger(WEB_LOGGER).addHandler(listener)
    try:
        with house(folder) as home:
            client = _client(home)
            cookie = client.cookies[COOKIE]
            fields = sorted(_fields(client))

            def trial(seed: int) -> Trial:
                logged.clear()
                client.cookies.clear()
                client.cookies.set(COOKIE, cookie)
                did, send = _request(Random(seed), client, fields)
                return Trial(did, _judged(home, seed, send, logged, cookie))

            yield trial
    finally:
        logging.getLogger(WEB_LOGGER).removeHandler(listener)


def _judged(home: House, seed: int, send: Callable[[], Any], logged: list[str], cookie: str) -> str:
    if home.is_changed():
        home.library.write_bytes(home.before)
    try:
        with time_limit():
            answer = send()
            wrong = home.doctor() if seed % 10 == 0 else ""
    except Hanging:
        return "it has not ended"
    except Exception as error:
        return described(error)
    return _wrong(home, answer, logged, cookie) or wrong


def _wrong(home: House, answer: Any, logged: list[str], cookie: str) -> str:
    """Return what is wrong with an answer, and with the library after it."""
    if logged or answer.status_code >= _SERVER_ERROR:
        return f"status {answer.status_code}: {' '.join(logged)[-400:]}"
    if SECRET in answer.text or cookie in answer.text:
        return "the secret was shown"
    is_page = "html" in answer.headers.get("content-type", "")
    if is_page and (bad := harmful(answer.text.replace("\r", "").replace("\t", ""))):
        return f"on the page: {bad}"
    if answer.is_client_error and home.is_changed():
        return f"refused ({answer.status_code}), but the library has changed"
    return home.told("")


def _request(
    random: Random, client: TestClient, fields: list[str]
) -> tuple[str, Callable[[], Any]]:
    """Return a request to a page of the table, in words, and what sends it."""
    page = random.choice(PAGES)
    number = random.choice(("1", "2", "3", _in_path(random)))
    path = page.path.replace("{number:id}", number)
    if chance(random, 0.1):
        path += "/" + _in_path(random)
    if chance(random, 0.6):
        path += "?" + "&".join(f"{name}={_in_path(random)}" for name in random.choices(fields, k=3))
    headers = {
        name: _header(random) for name in random.sample(_HEADERS, k=random.choice((0, 0, 1, 2)))
    }
    method = (
        page.method if chance(random, 0.95) else random.choice(("PUT", "HEAD", "DELETE", "OPTIONS"))
    )
    more = _body(random, page.path, fields) if method == "POST" else {}
    did = f"{method} {ascii(path)[:120]} {ascii(headers)[:200]} {ascii(more)[:300]}"
    return did, lambda: client.request(
        method, path, headers=headers, follow_redirects=False, **more
    )


def _body(random: Random, path: str, fields: list[str]) -> dict[str, Any]:
    """Return a form, or bytes that are none."""
    if "upload" in path and chance(random, 0.7):
        did, data = mutated(random, random.choice(_FILES), _FILES)
        return {"files": {random.choice(("file", "list")): (_text(random)[:80] or did, data)}}
    if chance(random, 0.2):
        _, data = mutated(random, b"minutes=20&grade=3&note=a%20b", _FILES)
        return {"content": data}
    return {
        "data": {name: _text(random) for name in random.choices(fields, k=random.randint(0, 8))}
    }


def _in_path(random: Random) -> str:
    return quote_from_bytes(_text(random).encode("utf-8", "surrogateescape"), safe="=&;%")[:2_000]


def _text(random: Random) -> str:
    return (
        hostile_text(random, _USUAL).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    )


def _header(random: Random) -> str:
    """Return a value of a header: what HTTP libraries refuse to send is left out."""
    text = hostile_text(
        random, ("127.0.0.1:7322", "same-origin", "zh-CN", f"{COOKIE}=x", "text/html")
    )
    return "".join(one for one in text if " " <= one <= "~")[:500]


def _client(home: House) -> TestClient:
    """Return a browser that is signed in."""
    outside = Environment(home.environ, _now)
    devices = Devices(home.folder.parent / f"{home.folder.name}-devices.json")
    site = Site(
        lambda: outside.anew().library(),
        devices,
        own_names(7322),
        lambda: "en",
        lambda: Clocks(NOW.timestamp(), 1_000),
        _now,
        outside.settings_path,
        Uploads(home.folder / "web-uploads"),
        SentForms(),
    )
    client = TestClient(
        build(site), URL, headers={"sec-fetch-site": "same-origin"}, raise_server_exceptions=False
    )
    secret = devices.new_link(NOW)
    assert client.get(link_path(secret)).is_success
    assert client.post("/enter", data={"secret": secret}).is_success
    return client


def _now() -> datetime:
    return NOW


def _fields(client: TestClient) -> set[str]:
    """Return the names of all fields of the forms, and what the addresses of pages take."""
    shown = [
        client.get(page.path.replace("{number:id}", "1")).text
        for page in PAGES
        if page.method == "GET"
    ]
    return {name for text in shown for name in _FIELD.findall(text)} | {
        "q",
        "to",
        "url",
        "title",
        "on",
    }


class _Listener(logging.Handler):
    """Keeps what the page logs: only defects are."""

    def __init__(self, logged: list[str]) -> None:
        super().__init__()
        self._logged = logged

    def emit(self, record: logging.LogRecord) -> None:
        self._logged.append(record.getMessage())

"""Measures the page: its server's time beside an empty page of Starlette, its bytes, its memory.

python -m bench.web --resources 10000
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import httpx2
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from bench.daily import make
from bench.processes import home
from recall import web
from recall.cli.environment import Environment
from recall.domain.library.timing.stopwatch import Clocks
from recall.usecases.personal import prepare
from recall.usecases.planning.today import progress_today
from recall.web.app import build
from recall.web.guard.devices import Devices
from recall.web.guard.hosts import own_names
from recall.web.sent_forms import SentForms
from recall.web.site import Site
from recall.web.uploads import Uploads

URL = "http://127.0.0.1:7322"
STATIC = Path(web.__file__).with_name("static")

MILLISECONDS = {
    "/": 150,
    "/session": 50,
    "/session/{id}/grades": 50,
    "/library": 150,
    "/statistics": 300,
    "/coming": 1000,
    "/library/sections": 150,
    "/r/{id}": 150,
    # Search as one types, a request a key: a letter that nearly everything has, words, nothing.
    "/library/found?q=a": 50,
    "/library/found?q=attention practice": 50,
    "/library/found?q=编译器": 50,
    "/library/found?q=quetzalcoatl": 50,
    "/library/found?status=read&q=memory": 50,
}
"""The most that the server may take for a page."""

HTML_BYTES = 60_000
SCRIPT_BYTES = 30_000
MEBIBYTES = 90
"""Of the background program with the page."""


def client(environ: dict[str, str], folder: Path) -> TestClient:
    """Return a browser that is signed in to the page of a library."""
    outside = Environment(environ)
    devices = Devices(folder / "web-devices.json")
    site = Site(
        lambda: outside.anew().library(),
        devices,
        own_names(7322),
        lambda: "en",
        clocks=lambda: Clocks(time.time(), time.monotonic()),
        now=lambda: datetime.now(UTC),
        settings_path=outside.settings_path,
        uploads=Uploads(folder / "web-uploads"),
        sent=SentForms(),
    )
    found = TestClient(build(site), URL, headers={"sec-fetch-site": "same-origin"})
    secret = devices.new_link(datetime.now(UTC))
    assert found.post("/enter", data={"secret": secret}).status_code == 200
    return found


def empty() -> TestClient:
    """Return a browser at a page of Starlette that says nothing."""

    async def page(_: Request) -> HTMLResponse:
        return HTMLResponse("<!doctype html><title>empty</title>")

    return TestClient(Starlette(routes=[Route("/", page)]), URL)


def seconds(browser: TestClient, path: str) -> float:
    """Return the time of a page."""
    begun = time.perf_counter()
    assert browser.get(path).status_code == 200
    return time.perf_counter() - begun


@contextmanager
def background(environ: dict[str, str]) -> Iterator[int]:
    """Run the reminders with the page; give the process."""
    words = (sys.executable, "-P", "-m", "recall", "remind", "run")
    process = subprocess.Popen(words, env=environ, stderr=subprocess.DEVNULL)
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait(30)


def mebibytes(process: int) -> float:
    """Return the resident memory of a process."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    (line,) = (one for one in status.splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def verdict(value: float, target: float) -> str:
    """Say whether a value is within its target."""
    return f"target {target:g}: {'reached' if value <= target else 'NOT REACHED'}"


def main() -> None:
    """Measure as the command line asks, and print the results."""
    parser = argparse.ArgumentParser(prog="python -m bench.web", description=__doc__)
    parser.add_argument("--resources", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=21)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = folder / "library.db"
        make(library, given.resources)
        environ = dict(home(folder, library))
        with Environment(environ).library() as context:
            number = progress_today(context).left[-1].visit.resource_id
            prepare(context)  # as the server does once a day
        browser, nothing = client(environ, folder), empty()
        for path, target in MILLISECONDS.items():
            place = path.format(id=number)
            pairs = [(seconds(browser, place), seconds(nothing, "/")) for _ in range(given.rounds)]
            took, alone = (median(times) for times in zip(*pairs, strict=True))
            print(
                f"{path}: {1000 * took:.1f} ms, {took / alone:.0f} × an empty page; "
                f"{verdict(1000 * took, target)}"
            )
        size = len(browser.get("/").content)
        print(f"HTML of today: {size} bytes; {verdict(size, HTML_BYTES)}")
        scripts = sum(one.stat().st_size for one in STATIC.glob("*.js"))
        print(f"JavaScript: {scripts} bytes; {verdict(scripts, SCRIPT_BYTES)}")
        measure_memory(environ)


def look_around(environ: dict[str, str]) -> None:
    """Sign in to the page that runs, and look at some of it often."""
    words = (sys.executable, "-P", "-m", "recall", "web", "--no-open", "--json")
    told = subprocess.run(words, env=environ, check=True, capture_output=True)
    url, _, secret = json.loads(told.stdout)["link"].rpartition("/enter/")
    with httpx2.Client(base_url=url, follow_redirects=True, headers={"origin": url}) as browser:
        assert browser.post("/enter", data={"secret": secret}).status_code == 200
        for path in ("/", "/session", "/nothing") * 30:
            browser.get(path)


def measure_memory(environ: dict[str, str]) -> None:
    """Print the memory of the background program with the page, after some pages."""
    set_on = (sys.executable, "-P", "-m", "recall", "config", "set")
    subprocess.run([*set_on, "web.on", "true"], env=environ, check=True, capture_output=True)
    subprocess.run([*set_on, "web.port", "17322"], env=environ, check=True, capture_output=True)
    with background(environ) as process:
        time.sleep(70)  # one tick has begun the page
        look_around(environ)
        used = mebibytes(process)
    print(f"background program with the page: {used:.0f} MiB; {verdict(used, MEBIBYTES)}")


if __name__ == "__main__":
    main()

"""`recall web` as a process: it says where it is, keeps the plan of the day, and ends cleanly."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from subprocess import PIPE, Popen
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from recall.settings.locations import state_folder
from testing.checkout import SOURCE
from testing.commands.command_line import CommandLine
from testing.desktop.dbus_server import wait_for

pytestmark = pytest.mark.slow

WORDS = (sys.executable, "-m", "recall", "web", "--no-open", "--json")


@pytest.fixture
def environ(planned: CommandLine) -> dict[str, str]:
    return {**os.environ, **planned.environ, "PYTHONPATH": str(SOURCE)}


@pytest.fixture
def page(environ: dict[str, str]) -> Iterator["Popen[str]"]:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = str(free.getsockname()[1])
    process = Popen((*WORDS, "--port", port), env=environ, stdout=PIPE, stderr=PIPE, text=True)
    yield process
    process.kill()
    process.communicate()


def said(page: "Popen[str]") -> dict[str, str]:
    assert page.stdout is not None
    found: dict[str, str] = json.loads(page.stdout.readline())
    return found


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_cleanly(page: "Popen[str]", how: int) -> None:
    said(page)
    page.send_signal(how)
    out, err = page.communicate(timeout=20)
    assert (page.returncode, out, err) == (0, "", "")
    assert not (state_folder() / "web.json").exists()


def test_a_second_one_leads_to_the_first(page: "Popen[str]", environ: dict[str, str]) -> None:
    first = said(page)
    told = subprocess.run(WORDS, env=environ, capture_output=True, text=True, check=True)
    second = json.loads(told.stdout)
    assert (second["runs_already"], second["url"]) == (True, first["url"])
    with closing(urlopen(second["link"], timeout=10)) as answer:
        assert b"<form" in answer.read()
    with pytest.raises(HTTPError, match="401"):
        urlopen(first["url"], timeout=10)


def test_it_keeps_the_plan_of_the_day_before_anybody_looks(
    page: "Popen[str]", planned: CommandLine
) -> None:
    def is_kept() -> bool:
        with closing(sqlite3.connect(planned.library)) as library:
            return bool(library.execute("SELECT count(*) FROM plan").fetchone()[0])

    said(page)
    wait_for(is_kept, "the plan of the day is kept")

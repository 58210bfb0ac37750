"""`recall fetch` fills in what pages say; `recall add` asks the page of what it adds."""

import os
import re
import signal
import threading
from pathlib import Path

import pytest

from recall.fetching.answer import NoAnswer
from recall.fetching.connection import WebServer
from recall.fetching.deadline import Deadline
from recall.fetching.network import Network
from recall.usecases.pages import asking
from testing.commands.command_line import CommandLine, Terminal
from testing.network.online import ONE, TWO, WALL, online
from testing.network.pages import CHINESE, pdf

pytestmark = pytest.mark.usefixtures("read_here")


def away(server: WebServer, _: Deadline) -> None:
    raise NoAnswer("offline", f"the name {server.host} cannot be looked up now")


def test_add_has_title_and_minutes_from_the_page(fresh: CommandLine) -> None:
    with online(fresh):
        outcome = fresh.ok("add", ONE)
    assert outcome.out == "added 1 注意力机制, page, 8 min\n"
    assert "8 min, default" in fresh.ok("show", "1").out


def test_what_is_given_to_add_stays(fresh: CommandLine) -> None:
    with online(fresh):
        fresh.ok("add", ONE, "--title", "Mine", "--kind", "article", "--language", "en")
        shown = fresh.ok("show", "1", "--json").json["resource"]
        fresh.ok("fetch", "1")
        again = fresh.ok("show", "1", "--json").json["resource"]
    assert (shown["title"], shown["kind"], shown["language"]) == ("Mine", "article", "en")
    assert again == shown


def test_nothing_is_asked_if_all_is_given_or_nothing_wanted(fresh: CommandLine) -> None:
    with online(fresh) as sites:
        fresh.ok("add", ONE, "--title", "Mine", "--minutes", "9")
        fresh.ok("add", TWO, "--no-fetch")
        fresh.configure()
        fresh.ok("add", WALL)
    assert sites.asked == []


def test_undo_takes_back_the_resource_with_its_text(fresh: CommandLine) -> None:
    with online(fresh):
        fresh.ok("add", ONE, "--keep-text")
        assert CHINESE in fresh.ok("text", "1").out
        fresh.ok("undo")
        assert fresh.ok("list", "--json").json["resources"] == []
        fresh.ok("add", ONE)
        assert fresh("text", "1").code == 1


def test_a_site_with_a_login_is_told_and_the_resource_added(fresh: CommandLine) -> None:
    with online(fresh):
        outcome = fresh.ok("add", WALL)
    assert outcome.out == "added 1 zhuanlan.zhihu.com/p/3, article, 15 min\n"
    assert outcome.err.splitlines()[-1] == (
        "1: zhuanlan.zhihu.com wants a login; "
        "'recall edit 1 --title TITLE --length N' says it by hand"
    )


def test_without_a_network_adding_works_as_ever(fresh: CommandLine) -> None:
    fresh.configure(fetch=True)
    fresh.network = Network(away)  # type: ignore[arg-type]
    outcome = fresh.ok("add", ONE, TWO, WALL)
    assert outcome.out.splitlines()[0] == "added 1 a.example/1, page, 10 min"
    assert outcome.err.splitlines()[-2:] == [
        "1: the name a.example cannot be looked up now; 'recall fetch' asks again",
        "1 page not asked; 'recall fetch' asks later",
    ]


def test_without_the_extra_adding_works_as_ever(
    fresh: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "is_installed", lambda: False)
    with online(fresh) as sites:
        outcome = fresh.ok("add", ONE)
        refused = fresh("fetch")
    assert sites.asked == []
    assert "pages are not asked: pip install 'recall-reading[fetch]'" in outcome.err
    assert (refused.code, refused.out) == (1, "")
    assert "pages cannot be asked: pip install 'recall-reading[fetch]'" in refused.err


def test_a_file_is_read_without_a_network(fresh: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(pdf(10, "Paged Attention"))
    fresh.configure(fetch=True)
    fresh.network = Network(away)  # type: ignore[arg-type]
    outcome = fresh.ok("add", (tmp_path / "paper.pdf").as_uri())
    assert outcome.out == "added 1 Paged Attention, paper, 25 min\n"


@pytest.fixture
def three(fresh: CommandLine) -> CommandLine:
    """Three links whose pages were not asked."""
    fresh.ok("add", ONE, TWO, WALL)
    return fresh


def test_fetch_fills_in_all_that_lack_something(three: CommandLine) -> None:
    with online(three):
        outcome = three.ok("fetch")
        assert re.sub(r"\d+ (characters|words)", r"N \1", outcome.out).splitlines() == [
            "1 注意力机制: title, N characters, 8 min, in zh",
            "2 Attention: title, N words, 5 min",
            "3 zhuanlan.zhihu.com/p/3: zhuanlan.zhihu.com wants a login",
            "2 of 3 pages said something new; 'recall undo' takes it back",
            "'recall edit 3 --title TITLE --length N' says what a site does not",
        ]
        again = three.ok("fetch")
        assert again.out == "nothing lacks a title or minutes that its page was not asked for\n"
        three.ok("undo")
        assert three.ok("fetch", "--limit", "1").out.startswith("1 注意力机制")


def test_named_resources_are_asked_again(three: CommandLine) -> None:
    with online(three):
        three.ok("fetch")
        three.ok("edit", "1", "--title", "Mine")
        outcome = three.ok("fetch", "1", "2", "--keep-text")
    assert outcome.out.splitlines() == [
        "1 Mine: text kept, 'recall text 1' shows it",
        "2 Attention: text kept, 'recall text 2' shows it",
        "2 of 2 pages said something new; 'recall undo' takes it back",
    ]


def test_one_page_that_says_nothing_is_a_failure(three: CommandLine) -> None:
    with online(three):
        outcome = three("fetch", "3")
    assert outcome.code == 1
    assert "zhuanlan.zhihu.com wants a login" in outcome.out


def test_fetch_as_json(three: CommandLine) -> None:
    with online(three):
        found = three.ok("fetch", "--json").json
    assert found["action"] == "fetch"
    assert [one["title"] for one in found["resources"]] == ["注意力机制", "Attention"]
    assert found["fetched"][0] == {
        "id": 1,
        "changed": ["title", "language", "length"],
        "kept_text": False,
        "problem": None,
        "left_alone": False,
    }
    assert found["fetched"][2]["problem"] == {
        "reason": "login",
        "sentence": "zhuanlan.zhihu.com wants a login",
    }
    assert found["not_asked"] == 0


def test_what_has_no_address_cannot_be_asked(fresh: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "list.md").write_text("- [ ] A book without a link\n", encoding="utf-8")
    fresh.ok("import", str(tmp_path / "list.md"), "--plain")
    outcome = fresh("fetch", "1")
    assert outcome.code == 2
    assert "1 A book without a link has no address to ask" in outcome.err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_keeps_what_was_found(three: CommandLine, number: int) -> None:
    with online(three) as sites:

        def interrupt(connection: object) -> None:
            os.kill(os.getpid(), number)
            threading.Event().wait(0.2)

        sites.replies["b.example/2"] = interrupt
        outcome = three("fetch")
    assert outcome.code == 130
    assert outcome.out.splitlines()[0].startswith("1 注意力机制: title")
    assert outcome.err.endswith("interrupted; 2 pages not asked, and what was found is kept\n")
    assert three.ok("list", "--json").json["resources"][0]["title"] == "注意力机制"


def test_a_terminal_sees_what_is_asked(three: CommandLine) -> None:
    with online(three):
        outcome = three("fetch", stream=Terminal, TERM="xterm")
    assert "\r\x1b[Kasking 1 of 3: a.example/1" in outcome.err
    assert outcome.err.endswith("\r\x1b[K")

"""`recall check`: what it says of each link, and what it leaves to be shown later."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from recall.cli.commands.care import check
from recall.fetching.network import Network
from recall.usecases.link_checks import checking
from testing.commands.command_line import CommandLine, Terminal
from testing.network.sites import Sites, missing, redirect, reply, serving

DAY = timedelta(days=1)
NEW = "https://new.example/post?a=1&b='2'"
HOSTS = ("fine", "moved", "login", "blocked", "gone", "broken")
REPLIES = {
    "fine.example/post": reply("<title>Fine</title>"),
    "moved.example/post": redirect(NEW, "301 Moved Permanently"),
    "new.example/post?a=1&b='2'": reply("<title>Moved</title>"),
    "login.example/post": redirect("/login?next=/post"),
    "login.example/login?next=/post": reply("<title>Hello</title>"),
    "blocked.example/post": reply(status="403 Forbidden"),
    "gone.example/post": missing(),
    "broken.example/post": reply(status="500 Oops"),
}


@pytest.fixture
def sites() -> Iterator[Sites]:
    with serving(REPLIES) as running:
        yield running


@pytest.fixture
def recall(empty: CommandLine, sites: Sites) -> CommandLine:
    """A library with a link of each kind, and a network in which all sites are the test's own."""
    for number, host in enumerate(HOSTS, 1):
        empty.ok("add", f"https://{host}.example/post", "--title", f"The {host} page {number}")
    empty.network = sites.network()
    return empty


def checked(recall: CommandLine, *more: str, days: float = 0) -> list[str]:
    """Check on a later day; return the lines of stdout."""
    recall.now += days * DAY
    assert recall.network is not None
    return recall.ok("check", *more).out.splitlines()


def test_each_link_has_a_line_and_what_to_do_stands_below(recall: CommandLine) -> None:
    lines = checked(recall)
    assert sorted(lines[: len(HOSTS)]) == sorted(
        [
            "     ok     1  The fine page 1",
            "  moved     2  The moved page 2",
            "  login     3  The login page 3  leads to a login",
            "blocked     4  The blocked page 4  refuses programs (403)",
            "failing     5  The gone page 5  not found (404)",
            "unclear     6  The broken page 6  the site answers with error 500",
        ]
    )
    assert lines[len(HOSTS) + 1] == (
        "6 links: 1 moved, 1 login, 1 blocked, 1 failing, 1 unclear, 1 ok"
    )
    assert "  recall edit 2 --url 'https://new.example/post?a=1&b='\"'\"'2'\"'\"''" in lines
    assert "  recall open 3" in lines
    assert "  recall open 4" in lines
    assert "    https://web.archive.org/web/20260302/https://gone.example/post" in lines


def test_it_says_first_how_long_it_takes(recall: CommandLine) -> None:
    said = recall.ok("check").err
    assert said == (
        "6 links on 6 sites, each site at most once in 10 seconds: less than a minute; "
        "Ctrl-C keeps what is done\n"
    )
    assert check._minutes(240) == "about 4 min"
    assert check._minutes(241) == "about 5 min"


def test_the_command_that_is_proposed_does_what_it_says(recall: CommandLine) -> None:
    checked(recall)
    proposed = recall.ok("show", "2", "--json").json["link"]["command"]
    import shlex

    recall.ok(*shlex.split(proposed)[1:])
    resource = recall.ok("show", "2", "--json").json
    assert resource["resource"]["url"] == NEW
    assert resource["link"] is None
    assert checked(recall, "2", days=1)[0] == "     ok     2  The moved page 2"


def test_gone_takes_three_checks_over_seven_days(recall: CommandLine) -> None:
    for days, outcome in ((0, "failing"), (3, "failing"), (4, "gone")):
        assert checked(recall, "5", days=days)[0].split()[0] == outcome
    lines = checked(recall, "5", days=1)
    assert "  5 The gone page 5: not found (404), 4 times since 2026-03-02" in lines
    assert "    recall edit 5 --url NEW, or recall archive 5" in lines
    shown = recall.ok("show", "5").out
    assert "gone, not found (404), 4 times since 2026-03-02, checked 2026-03-10\n" in shown
    assert "https://web.archive.org/web/20260302/https://gone.example/post\n" in shown
    assert [
        one["id"] for one in recall.ok("list", "--checked", "gone", "--json").json["resources"]
    ] == [5]
    assert recall.ok("doctor").out.endswith("follows from its log\n")


def test_what_was_last_found_is_shown_without_asking_anybody(
    recall: CommandLine, sites: Sites
) -> None:
    assert recall.ok("check", "--last").err == "never checked: 6 links\n"
    checked(recall, "1", "4")
    asked = len(sites.asked)
    outcome = recall.ok("check", "--last")
    assert outcome.out.splitlines()[:2] == [
        "     ok     1  The fine page 1",
        "blocked     4  The blocked page 4  refuses programs (403)",
    ]
    assert outcome.err == "never checked: 4 links\n"
    assert len(sites.asked) == asked
    assert recall.ok("check", "--last", "--json").json["unasked"] == [2, 3, 5, 6]


def test_what_is_not_checked_is_found_by_no_outcome(recall: CommandLine) -> None:
    assert recall.ok("list", "--checked", "ok").err == "no resource fits\n"
    wrong = recall("list", "--checked", "dead")
    assert wrong.code == 2
    assert wrong.err == (
        "recall: 'dead' is not a result of a check; allowed: ok, moved, login, blocked, unclear, "
        "failing, gone\n"
    )


def test_json_is_one_object(recall: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "list.md").write_text("# Books\n\n- [ ] A book without a link\n", "utf-8")
    recall.ok("import", str(tmp_path / "list.md"))
    found = recall.ok("check", "--json").json
    assert found["schema"] == 1
    assert found["counts"] == {
        "ok": 1,
        "moved": 1,
        "login": 1,
        "blocked": 1,
        "unclear": 1,
        "failing": 1,
        "gone": 0,
    }
    assert (found["left_alone"], found["unasked"], found["without_link"]) == ([], [], 1)
    (moved,) = [one for one in found["links"] if one["outcome"] == "moved"]
    assert moved == {
        "id": 2,
        "title": "The moved page 2",
        "url": "https://moved.example/post",
        "checked_at": "2026-03-02T01:30:00Z",
        "outcome": "moved",
        "reason": "",
        "status": 200,
        "final_url": NEW,
        "moved_to": NEW,
        "failures": 0,
        "failing_since": None,
        "wait_until": None,
        "advice": "the page has a new address for good; if it is the right page, take that address",
        "command": moved["command"],
        "archive_url": None,
    }


def test_only_some_are_checked(recall: CommandLine, sites: Sites) -> None:
    recall.ok("add", "https://other.example/post", "--title", "Other", "--section", "Else")
    sites.replies["other.example/post"] = reply()
    assert checked(recall, "--section", "else")[0] == "     ok     7  Other"
    assert checked(recall, "--oldest", "1", days=1)[0] == "     ok     1  The fine page 1"
    assert recall("check", "--section", "else", "1").code == 2
    assert recall("check", "--last", "--oldest", "3").code == 2
    assert recall("check", "--oldest", "0").code == 2
    assert recall("check", "no such resource").code == 4
    assert recall.ok("check", "--section", "no such section").err == "no link to check\n"


def test_files_are_looked_for(recall: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    recall.ok("add", path.as_uri(), "--title", "Paper")
    lines = checked(recall, "7")
    assert lines[0] == "failing     7  Paper  no such file"
    assert not any("web.archive.org" in line for line in lines)
    path.touch()
    assert checked(recall, "7", days=1)[0] == "     ok     7  Paper"


def test_a_site_that_wants_a_long_pause_is_left_alone(recall: CommandLine, sites: Sites) -> None:
    recall.ok("add", "https://blocked.example/other", "--title", "Other")
    busy = reply(status="429 Too Many Requests", Retry_After="3600")
    sites.replies["blocked.example/post"] = busy
    outcome = recall.ok("check", "4", "7")
    assert (
        outcome.out.splitlines()[0] == "blocked     4  The blocked page 4  refuses programs (429)"
    )
    assert outcome.err.endswith("not asked, because their sites want a pause or say nothing: 7\n")
    assert sites.asked == ["blocked.example/post"]


def test_ctrl_c_keeps_what_is_done(recall: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    real = checking.Round.run

    def interrupted(self: checking.Round, ask: checking.Ask) -> Iterator[checking.Checked]:
        found = real(self, ask)
        yield next(found)
        yield next(found)
        raise KeyboardInterrupt

    monkeypatch.setattr(checking.Round, "run", interrupted)
    outcome = recall("check")
    assert outcome.code == 130
    assert outcome.err.endswith(
        "interrupted: 2 links checked and kept, 4 not asked; 'recall check' begins with these\n"
    )
    assert len(json.loads(recall.ok("check", "--last", "--json").out)["links"]) == 2
    monkeypatch.undo()


def test_offline_is_one_line_and_nothing_is_noted(recall: CommandLine) -> None:
    recall.network = Network(connect=_nowhere)
    outcome = recall("check")
    assert outcome.code == 1
    assert outcome.err.splitlines()[1:] == [
        "recall: no site answers, so nothing was noted; is this computer online? "
        "If it is, check them together with a link that works"
    ]
    assert recall.ok("check", "--last", "--json").json["links"] == []


def _nowhere(*_: object) -> None:  # type: ignore[misc]
    from recall.fetching.answer import NoAnswer

    raise NoAnswer("offline", "the name cannot be looked up now")


@pytest.mark.parametrize("columns", ["40", "80", "120"])
def test_no_line_of_the_table_is_wider_than_the_terminal(recall: CommandLine, columns: str) -> None:
    recall.ok("edit", "6", "--title", "一篇标题很长很长的文章" * 9)
    outcome = recall("check", stream=Terminal, COLUMNS=columns, TERM="xterm")
    assert outcome.code == 0
    from recall.cli.output.width import width

    table = outcome.out.splitlines()[: len(HOSTS)]
    import re

    assert max(width(re.sub(r"\x1b\[\d*m", "", line)) for line in table) <= int(columns)
    assert "\r\x1b[K" in outcome.err  # the line of progress is taken off again

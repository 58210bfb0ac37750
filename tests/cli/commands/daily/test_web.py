"""`recall web`: the page, the browsers that are signed in, and signing them out."""

import pytest

from recall.web.serving.running import devices, only_one, tell_where
from testing.commands.command_line import CommandLine
from testing.libraries.factories import NOW


def sign_in(name: str) -> None:
    kept = devices()
    kept.use_link(kept.new_link(NOW), name, NOW)


def test_a_second_page_says_that_the_first_runs_and_leads_there(fresh: CommandLine) -> None:
    with only_one() as is_free:
        assert is_free
        tell_where("http://127.0.0.1:7322")
        outcome = fresh("web", "--no-open", "--json").json
    assert outcome["runs_already"] is True
    assert outcome["link"].startswith("http://127.0.0.1:7322/enter/")


def test_no_browser_is_signed_in_at_first(fresh: CommandLine) -> None:
    assert "No browser is signed in" in fresh.ok("web", "devices").out


def test_browsers_are_listed_and_signed_out_by_their_number(fresh: CommandLine) -> None:
    sign_in("Firefox on Linux")
    sign_in("Safari on iPhone")
    assert "2  Safari on iPhone" in fresh.ok("web", "devices").out
    assert fresh.ok("web", "revoke", "2").out == "2 Safari on iPhone is signed out\n"
    (left,) = fresh.ok("web", "devices", "--json").json["devices"]
    assert left == {
        "number": 1,
        "name": "Firefox on Linux",
        "since": left["since"],
        "seen": "2026-03-02",
    }


def test_all_browsers_are_signed_out_at_once(fresh: CommandLine) -> None:
    sign_in("Firefox on Linux")
    assert fresh.ok("web", "revoke", "all", "--json").json == {"schema": 1, "revoked": 1}
    assert devices().all() == ()


@pytest.mark.parametrize("which", ["9", "x"])
def test_a_browser_that_is_not_there_is_an_error(fresh: CommandLine, which: str) -> None:
    outcome = fresh("web", "revoke", which)
    assert outcome.code in (1, 2)
    assert outcome.out == ""

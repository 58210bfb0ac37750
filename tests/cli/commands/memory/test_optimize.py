"""`recall optimize`: what it says, in text and as JSON, and what rescheduling changes."""

from pathlib import Path
from shutil import copy

import pytest

from recall.cli.commands.memory import optimize_reschedule
from recall.cli.output.width import width
from recall.domain.memory.mixture import Mixture
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.usecases import personal
from recall.usecases.context import Context
from testing.commands.command_line import CommandLine, Terminal
from testing.libraries.factories import NOW
from testing.libraries.other_parameters import adopt


@pytest.fixture
def lived(fresh: CommandLine, rated_file: Path) -> CommandLine:
    copy(rated_file, fresh.library)
    return fresh


@pytest.fixture
def fitted(lived: CommandLine) -> CommandLine:
    """The same, with a fitted set in use and nothing rescheduled."""
    with Store(f"sqlite:///{lived.library}") as store:
        adopt(Context(store, Settings(), NOW))
    return lived


def answer(monkeypatch: pytest.MonkeyPatch, yes: bool) -> list[str]:
    """Answer what is asked; the questions are listed."""
    asked: list[str] = []

    def agrees(question: str, *, yes: bool, ask: bool = True) -> bool:
        asked.append(question)
        return yes or (ask and given)

    given = yes
    monkeypatch.setattr(optimize_reschedule, "agrees", agrees)
    return asked


def test_it_says_what_is_known_of_the_person_and_how_sure_that_is(lived: CommandLine) -> None:
    state = lived.state()
    out = lived.ok("optimize").out
    assert out.startswith("It looks as if you forget sooner than most people, but that may be")
    assert "Before each of them was seen, your model expected" in out
    assert "that of most people" in out
    assert " ± " in out
    assert "optimize --reschedule" in out
    shown = lived("optimize", stream=Terminal, COLUMNS="80").out
    assert all(width(line) <= 80 for line in shown.splitlines())
    assert lived.ok("doctor").code == 0
    assert lived.state() != state  # the mixture of the day is kept
    state = lived.state()
    lived.ok("optimize")
    assert lived.state() == state


def test_under_a_set_of_ones_own_it_compares_with_that(fitted: CommandLine) -> None:
    assert "and parameter set 2 " in fitted.ok("optimize").out


def test_before_the_first_revisit_it_says_when_it_begins_to_learn(one: CommandLine) -> None:
    for _ in range(2):
        out = one.ok("optimize").out
        assert out.startswith("Your memory model is that of most people so far. It learns from")
        one.ok("read", "1")
    assert one.ok("optimize", "--json").json["compared"] is None


def test_it_is_all_in_json(lived: CommandLine) -> None:
    done = lived.ok("optimize", "--json").json
    assert (done["parameters"], done["desired_retention"]) == (1, 0.9)
    assert (done["recall_then"] > 0.9) == (done["interval_factor"] > 1)
    assert done["memory_length"]["times"] < 1
    assert done["memory_length"]["certainty"] == "possible"
    assert sum(done["shares"].values()) == pytest.approx(1)
    assert done["shares"].keys() == {"plain", "slow", "quick"}
    assert done["compared"]["revisits"] >= 1000
    assert done["verdict"] in ("better", "probably better")


@pytest.mark.parametrize("columns", ["80", "120"])
def test_the_list_has_every_set_with_its_date_and_scores(fitted: CommandLine, columns: str) -> None:
    shown = fitted("optimize", "--list", stream=Terminal, COLUMNS=columns, NO_COLOR="1").out
    heading, defaults, mine = shown.splitlines()
    assert all(width(line) <= int(columns) for line in shown.splitlines())
    assert heading.split()[:4] == ["id", "date", "in", "use"]
    assert defaults.split() == ["1", "2026-03-02", "FSRS-6", "defaults"]
    assert mine.split()[:4] == ["2", "2026-03-02", "in", "use"]


def test_the_list_as_json(fitted: CommandLine) -> None:
    defaults, mine = fitted.ok("optimize", "--list", "--json").json["parameters"]
    assert (defaults["id"], defaults["in_use"], defaults["scores"]) == (1, False, None)
    assert (mine["id"], mine["in_use"], mine["created_at"]) == (2, True, "2026-03-02T01:30:00Z")
    assert mine["scores"]["revisits"] >= 1000


def test_an_older_set_can_be_used_again(fitted: CommandLine) -> None:
    assert "parameter set 1 is in use from now on" in fitted.ok("optimize", "--use", "1").out
    assert fitted.ok("optimize", "--use", "2", "--json").json["in_use"] == 2
    fitted.ok("undo")
    refused = fitted("optimize", "--use", "1")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "recall: parameter set 1 is in use already\n"


def test_rescheduling_shows_and_changes_nothing_where_nobody_can_be_asked(
    fitted: CommandLine,
) -> None:
    state = fitted.state()
    shown = fitted.ok("optimize", "--reschedule").out
    assert "revisits earlier" in shown
    assert shown.endswith("nothing changed; with --yes it is kept\n")
    assert fitted.ok("optimize", "--reschedule", "--json").json["action"] is None
    assert fitted.state() == state


@pytest.mark.parametrize("columns", ["80", "120"])
def test_rescheduling_fits_the_screen(fitted: CommandLine, columns: str) -> None:
    shown = fitted("optimize", "--reschedule", stream=Terminal, COLUMNS=columns).out
    assert all(width(line) <= int(columns) for line in shown.splitlines())


def test_the_person_is_asked_and_what_they_say_is_done(
    fitted: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = fitted.state()
    asked = answer(monkeypatch, yes=False)
    assert "nothing changed" in fitted.ok("optimize", "--reschedule").out
    assert (asked, fitted.state()) == (["Keep this?"], state)
    answer(monkeypatch, yes=True)
    assert "'recall undo' takes it back" in fitted.ok("optimize", "--reschedule").out
    assert fitted.state() != state
    fitted.ok("doctor")


def test_rescheduling_with_yes_does_what_its_json_says_and_is_undone(fitted: CommandLine) -> None:
    before = fitted.ok("list", "--json").out
    done = fitted.ok("optimize", "--reschedule", "--yes", "--json").json
    assert (done["action"], done["in_use"]) == ("reschedule", 2)
    assert done["earlier"] + done["later"] == len(done["moves"]) > 0
    assert len(done["days"]) == 14
    dues = {one["id"]: one["due"] for one in fitted.ok("list", "--json").json["resources"]}
    assert all(dues[move["id"]] == move["due"] != move["due_before"] for move in done["moves"])
    fitted.ok("doctor")
    assert (
        "where your memory model would put it" in fitted.ok("optimize", "--reschedule", "--yes").out
    )
    fitted.ok("undo")
    assert fitted.ok("list", "--json").out == before


def test_under_the_defaults_alone_there_is_nothing_to_reschedule(one: CommandLine) -> None:
    one.ok("read", "1", "again")
    state = one.state()
    said = one.ok("optimize", "--reschedule", "--yes").out
    assert said == "every due date is where your memory model would put it\n"
    assert one.state() == state


@pytest.mark.slow
def test_where_no_date_moves_the_memories_are_told_anew_all_the_same(fitted: CommandLine) -> None:
    for one in fitted.ok("list", "--json").json["resources"]:
        fitted.ok("suspend", str(one["id"]))
    told = fitted.ok("optimize", "--reschedule", "--yes").out
    assert "0 revisits earlier, 0 later" in told
    assert "Minutes" not in told
    assert "kept; 0 revisits moved" in told
    fitted.ok("doctor")


REFUSED = [
    (("--list", "--use", "1"), 2, "--list, --use and --reschedule are given one at a time"),
    (("--list", "--reschedule"), 2, "--list, --use and --reschedule are given one at a time"),
    (("--yes",), 2, "--yes goes with --reschedule"),
    (("--use", "0"), 2, "a parameter set cannot be '0'; give a whole number from 1 to 2147483647"),
    (("--use", "x"), 2, "a parameter set cannot be 'x'; give a whole number from 1 to 2147483647"),
    (("--use", "9"), 2, "there is no parameter set 9; 'recall optimize --list' shows them"),
]


@pytest.mark.parametrize(("arguments", "code", "message"), REFUSED)
def test_what_cannot_be_done_is_one_line_and_changes_nothing(
    one: CommandLine, arguments: tuple[str, ...], code: int, message: str
) -> None:
    state = one.state()
    for more in ((), ("--json",)):
        refused = one("optimize", *arguments, *more)
        assert (refused.code, refused.out, refused.err) == (code, "", f"recall: {message}\n")
    assert one.state() == state


def different(lived: CommandLine, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let revisits come back later than most people's, and say it."""
    monkeypatch.setattr(personal, "mixture_of", lambda *_: Mixture(slow=0.9, quick=1.4))
    return "Where the same grades would bring most people a revisit after 20 days, you get yours"


def test_statistics_and_reasons_say_it_as_a_friend_would(
    lived: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = different(lived, monkeypatch)
    assert said in lived.ok("stats").out
    assert said in lived.ok("why", "1").out
    assert said not in lived.ok("stats", "--json").out


def test_where_nothing_is_known_nothing_is_said(one: CommandLine) -> None:
    one.ok("read", "1")
    for command in (("stats",), ("why", "1")):
        assert "most people" not in one.ok(*command).out

"""What judges the killed commands sees a fault that is planted."""

from pathlib import Path
from random import Random

import pytest

from recall.files.drafts import ENDING
from testing.commands.killing import Outcome, Trial, killer
from testing.faults.kills.clocks import moment
from testing.faults.kills.crowds import refused
from testing.faults.kills.filled import _told_wrongly
from testing.faults.kills.homes import Files, Home
from testing.faults.kills.killed import Whole, half

BEFORE: Files = {"list.md": b"old", "data/library.db": {"resource": [1], "action": []}}
AFTER: Files = {"list.md": b"new", "data/library.db": {"resource": [2], "action": [1]}}
WHOLE = Whole((BEFORE, AFTER), Outcome(0, 0.1))


@pytest.mark.parametrize(
    ("left", "found"),
    [
        (BEFORE, ""),
        (AFTER, ""),
        (AFTER | {"list.md": b"old"}, ""),  # the next sync writes it
        (AFTER | {"list.md": b"n"}, "list.md is half done"),
        ({"list.md": b"new"}, "data/library.db is half done"),
        (AFTER | {"library.db": b""}, "library.db is half done"),
        (
            AFTER | {"data/library.db": {"resource": [2], "action": []}},
            "data/library.db is half done",
        ),
    ],
)
def test_half_an_action_is_seen(left: Files, found: str) -> None:
    assert half(WHOLE, left) == found


@pytest.mark.parametrize(
    ("outcome", "left", "found"),
    [
        (Outcome(0, 0.1), AFTER, ""),
        (Outcome(5, 0.1), BEFORE, ""),
        (Outcome(3, 0.1), BEFORE, "it ends with 3"),
        (Outcome(0, 0.1), BEFORE, "it says that all is well, and is not done"),
        (Outcome(5, 0.1), AFTER, "it is done, and ends with 5"),
    ],
)
def test_wrong_words_are_seen(outcome: Outcome, left: Files, found: str) -> None:
    assert _told_wrongly(WHOLE, outcome, left).startswith(found)
    assert bool(_told_wrongly(WHOLE, outcome, left)) == bool(found)


def test_drafts_and_journals_that_are_left_are_seen(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    for name in (f".list.md.1{ENDING}", "config/library.db-journal", "config/config.toml.new"):
        (tmp_path / name).touch()
    with killer() as process:
        home = Home(tmp_path, tmp_path, process)
        assert len(home.drafts()) == 3
        assert home.files() == {"config/config.toml.new": b""}


def test_who_was_refused_is_seen() -> None:
    said = "recall: it is in use; waiting for it\n1 Item: good\nrecall: it is in use\n"
    assert refused([Outcome(0, 1.0), Outcome(5, 1.0, 0, said)]) == "5: recall: it is in use"
    assert refused([Outcome(0, 1.0), Outcome(1, 1.0)], (0, 1)) == ""


def test_the_same_seed_is_the_same_moment() -> None:
    assert [moment(Random(seed)) for seed in range(99)] == [
        moment(Random(seed)) for seed in range(99)
    ]
    assert Trial(["list"]).clock is None

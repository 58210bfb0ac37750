"""The rig of hostile input sees what it looks for: each fault is planted, and found."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from recall.formats import table
from testing.faults.hostile import formats
from testing.faults.hostile.house import SECRET, Done, House, house
from testing.faults.hostile.mutations import mutated
from testing.faults.hostile.pace import MOST_TIMES, Pace

HELD = Done(0, "all is well\n", "", "")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house(tmp_path_factory.mktemp("house")) as made:
        yield made


PLANTED: dict[str, tuple[Done, str]] = {
    "a defect": (HELD._replace(code=3), "exit code 3"),
    "an end by Python": (HELD._replace(code=120), "exit code 120"),
    "a logger": (HELD._replace(beside="--- Logging error ---"), "past the one door"),
    "an escape": (HELD._replace(out="\x1b[2J"), "to the terminal"),
    "a mark of direction": (HELD._replace(code=1, err="recall: \u202e"), "to the terminal"),
    "many lines": (HELD._replace(code=1, err="recall: x\n" * 9), "a message of"),
    "the secret": (HELD._replace(err=f"the library postgresql://{SECRET}@h"), "was shown"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("done", "says"), PLANTED.values(), ids=PLANTED)
def test_what_a_command_must_not_do_is_seen(home: House, done: Done, says: str) -> None:
    assert home.wrong(HELD) == ""
    assert says in home.wrong(done)


@pytest.mark.slow
def test_a_secret_in_a_file_is_seen(home: House) -> None:
    (home.folder / "remind.json").write_text(f'{{"problem": "{SECRET}"}}', encoding="utf-8")
    assert home.wrong(HELD) == "the secret was written to remind.json"
    home.restore()
    assert home.wrong(HELD) == ""


@pytest.mark.slow
def test_a_library_that_changed_although_it_was_refused_is_seen(home: House) -> None:
    assert home.run(["note", "1", "changed"]).code == 0
    assert "has changed" in home.wrong(Done(2, "", "recall: no\n", ""))
    home.restore()


@pytest.mark.slow
def test_a_parser_that_raises_anything_else_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> object:
        raise IndexError("planted")

    with formats.opened("csv", tmp_path) as trial:
        monkeypatch.setattr(table.Format, "reads", broken)
        monkeypatch.setattr(formats, "_STORED", 10**9)
        wrong = [trial(seed).wrong for seed in range(1, 6)]
    assert any("IndexError: 'planted'" in one for one in wrong)


def test_what_takes_far_longer_than_its_healthy_like_is_seen() -> None:
    pace = Pace(len, bytes)
    assert pace.slow(1_000, 0.01, lambda: 0.01) == ""
    assert "times its healthy like" in pace.slow(1_000, MOST_TIMES, lambda: MOST_TIMES)
    assert pace.slow(1_000, MOST_TIMES, lambda: 0.001) == ""


def test_a_seed_makes_the_same_input_again() -> None:
    first = [mutated(Random(seed), b"- [a](https://a.org)\n", [b"x"]) for seed in range(50)]
    assert first == [mutated(Random(seed), b"- [a](https://a.org)\n", [b"x"]) for seed in range(50)]
    assert len({data for _, data in first}) > 25

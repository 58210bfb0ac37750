"""`recall read`: the end of a reading, a sitting of it, and a reading without revisits."""

import pytest

from testing.commands.command_line import CommandLine


@pytest.fixture
def book(one: CommandLine) -> CommandLine:
    """A library with one book in it, ID 1."""
    one.ok("edit", "1", "--minutes", "600", "--title", "A book")
    return one


@pytest.mark.parametrize(
    ("options", "how_far", "place"),
    [
        (["--sitting"], "20 of 600 min, 3 %, about 29 sittings left", None),
        (["--at", "chapter 3"], "20 of 600 min, 3 %, about 29 sittings left", "chapter 3"),
        (["--to", "40%"], "240 of 600 min, 40 %, about 18 sittings left", None),
        (["--to", "40"], "240 of 600 min, 40 %, about 18 sittings left", None),
        (["--to", " 40 % "], "240 of 600 min, 40 %, about 18 sittings left", None),
        (["--to", "４０％"], "240 of 600 min, 40 %, about 18 sittings left", None),
        (["--to=0"], "0 of 600 min, 0 %, about 30 sittings left", None),
        (["--sitting", "-m", "45", "--at", "p. 9"], "45 of 600 min, 7 %, about 28", "p. 9"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_a_place_or_a_share_is_that_of_a_sitting(
    book: CommandLine, options: list[str], how_far: str, place: str | None
) -> None:
    assert book.ok("read", "1", *options).out.startswith(f"1 A book: {how_far}")
    shown = book.ok("show", "1", "--json").json
    assert (shown["resource"]["status"], shown["log"]) == ("reading", [])
    assert shown["progress"]["stopped_at"] == place
    assert [one["stopped_at"] for one in shown["sittings"]] == [place]


REFUSED = [
    (["--to", "100%"], "at 100 % it is finished: 'recall read 1' says so"),
    (["--to", "101"], "the share that is read cannot be '101'; give a whole number from 0 to 100"),
    (["--to", "half"], "the share that is read cannot be 'half'"),
    (["--to", "1.5%"], "the share that is read cannot be '1.5'"),
    (["--at", " "], "--at names no place; say where you stopped: --at 'chapter 3'"),
    (["good", "--to", "40"], "a sitting is not graded; leave the rating or --to out"),
    (["good", "--at", "chapter 3"], "a sitting is not graded; leave the rating or --at out"),
    (["good", "--sitting"], "a sitting is not graded; leave the rating or --sitting out"),
    (["--once", "--sitting"], "a sitting does not finish it; leave --once or --sitting out"),
    (["--once", "--to", "40"], "a sitting does not finish it; leave --once or --to out"),
]


@pytest.mark.parametrize(("options", "says"), REFUSED, ids=[" ".join(row[0]) for row in REFUSED])
def test_what_cannot_be_is_refused(book: CommandLine, options: list[str], says: str) -> None:
    before = book.state()
    outcome = book("read", "1", *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert says in outcome.err
    assert book.state() == before


def test_a_sitting_prints_how_far_it_came(book: CommandLine) -> None:
    printed = book.ok("read", "1", "--to", "25%", "--at", "chapter 3", "-n", "gist", "--json").json
    assert printed["progress"] == {
        "minutes_read": 150,
        "minutes": 600,
        "percent": 25,
        "sittings_left": 23,
        "stopped_at": "chapter 3",
        "note": "gist",
        "study_date": "2026-03-02",
    }
    assert printed["progress"] == book.ok("show", "1", "--json").json["progress"]


def test_a_sitting_of_what_is_put_aside_is_refused(book: CommandLine) -> None:
    book.ok("suspend", "1")
    outcome = book("read", "1", "--at", "chapter 3")
    assert (outcome.code, "1 is suspended; a sitting is part" in outcome.err) == (2, True)


@pytest.mark.parametrize(("rating", "reviews"), [([], 0), (["hard"], 1)])
def test_what_is_read_once_has_no_revisits(
    one: CommandLine, rating: list[str], reviews: int
) -> None:
    said = one.ok("read", "1", *rating, "--once").out
    assert said == "1 An article: read, no revisits\n"
    (resource,) = one.ok("list", "--status", "read", "--json").json["resources"]
    assert (resource["once"], resource["due"], resource["reviews"]) == (True, None, reviews)
    assert "  read once  " in one.ok("list").out
    assert "status  read, no revisits\n" in one.ok("show", "1").out
    assert one.ok("today", "--json").json["planned_minutes"] == 0
    graded = one.ok("grade", "1", "good", "--json").json
    assert graded["resource"]["once"] is False
    assert graded["resource"]["due"] is not None


@pytest.mark.parametrize(
    ("before", "argv", "says"),
    [
        (["read", "1"], ["read", "1", "--once"], "'recall edit 1 --once' ends its revisits"),
        (["read", "1", "--once"], ["read", "1", "--once"], "1 is read already, and has no"),
        (["read", "1", "--once"], ["read", "1"], "recall grade 1 again, hard, good or easy"),
        (["read", "1", "--once"], ["postpone", "1", "tomorrow"], "'recall edit 1 --no-once'"),
        (["read", "1", "--once"], ["keep", "1"], "1 has no revisits"),
        (["read", "1"], ["edit", "1", "--no-once"], "there is nothing to begin"),
        (["read", "1"], ["edit", "1", "--once", "--no-once"], "give --once or --no-once"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_has_no_revisits_is_told_with_the_way_out(
    one: CommandLine, before: list[str], argv: list[str], says: str
) -> None:
    one.ok(*before)
    outcome = one(*argv)
    assert (outcome.code, outcome.out) == (2, "")
    assert says in outcome.err


def test_what_waited_for_it_says_that_it_is_read(one: CommandLine) -> None:
    one.ok("add", "https://example.org/b")
    one.ok("edit", "2", "--after", "1")
    assert "after  1 An article\n" in one.ok("show", "2").out
    one.ok("read", "1", "--once")
    assert "after  1 An article, which is read\n" in one.ok("show", "2").out


def test_edit_ends_revisits_and_begins_them(one: CommandLine) -> None:
    one.ok("read", "1")
    assert one.ok("edit", "1", "--once").out == "1 An article: page, 20 min, read, no revisits\n"
    said = one.ok("edit", "1", "--no-once").out
    assert said == "1 An article: page, 20 min, read, next 2026-03-04, in 2 days\n"


def test_a_question_is_kept_shown_and_removed(one: CommandLine) -> None:
    said = one.ok("edit", "1", "--ask", "What is kept\nin pages?").out
    assert said == "1 An article: page, 20 min, question: What is kept in pages?\n"
    assert "question  What is kept\n          in pages?\n" in one.ok("show", "1").out
    assert one.ok("show", "1", "--json").json["resource"]["question"] == "What is kept\nin pages?"
    assert one.ok("edit", "1", "--ask", "").out == "1 An article: page, 20 min, no question\n"
    assert "question" not in one.ok("show", "1").out

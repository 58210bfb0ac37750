"""The keys of a session: what each does, and what it says where it does not fit."""

import pytest

from recall.errors import RecallError
from recall.storage.tables.log import history, reviews, sittings
from recall.usecases.context import Context
from recall.usecases.planning.today import progress_today
from testing.commands.session import play
from testing.libraries.factories import everything, titled

REVISITS_FIRST = "l"
"""Puts the reading last: the revisits come up."""


def left(context: Context) -> list[int]:
    return [one.visit.resource_id for one in progress_today(context).left]


@pytest.mark.parametrize("key", [" ", "\r", "\n"])
def test_space_opens_a_reading_and_never_goes_on_without_it(
    context: Context, opened: list[int], key: str
) -> None:
    said = play(context, key, key, key)
    assert opened == [3]
    assert "opened https://example.org/Resource-3" in said
    assert said.count("it is open; press a grade or b when you have read") == 1
    assert left(context) == [3, 1, 2]
    assert len(history(context.store, 10)) == 1


@pytest.mark.parametrize("key", [" ", "\r", "\n"])
def test_space_shows_a_revisit_and_never_goes_on_without_a_grade(
    context: Context, opened: list[int], key: str
) -> None:
    said = play(context, REVISITS_FIRST, key, key, key)
    assert said.count("No note yet.") == 1
    assert said.count("1 2 3 4 say how well you recalled it; o opens it") == 1
    assert opened == []
    assert left(context) == [1, 2, 3]


@pytest.mark.parametrize(
    ("keys", "said", "graded"),
    [
        ("3", "space opens it; d if you have read it already", []),
        (" 3", "3 Resource 3: good → ", [3]),
        ("o3", "3 Resource 3: good → ", [3]),
        ("d4", "3 Resource 3: easy → ", [3]),
        ("l3", "recall it first; space shows your last note", []),
        ("l 1", "1 Resource 1: again → ", [1]),
        ("lo2", "1 Resource 1: hard → ", [1]),
        ("l 3 3", "2 Resource 2: good → ", [1, 2]),
    ],
)
def test_a_grade_waits_until_there_is_something_to_grade(
    context: Context, keys: str, said: str, graded: list[int]
) -> None:
    assert said in play(context, keys)
    assert [one.id for one in everything(context) if reviews(context.store, one.id)] == graded


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("p", "only a revisit can be postponed; l puts a reading last, z off for today"),
        ("lb", "a sitting is part of a first reading"),
        ("ld", "this is a revisit: recall it, then press space"),
        ("dd", "1 2 3 4 say how well you can restate it"),
        ("u", "nothing was done in this session yet"),
        ("y", "? shows the keys"),
        ("zzl", "nothing else is left; z puts it off for today"),
    ],
)
def test_what_does_not_fit_is_refused_and_the_visit_stays(
    context: Context, keys: str, said: str
) -> None:
    shown = play(context, keys, keys[-1], keys[-1])
    assert shown.count(said) == 1, "a held key does not push the visit off the screen"


@pytest.mark.parametrize(
    ("keys", "answers", "said", "after"),
    [
        ("l", (), "3 Resource 3: comes last · u undoes", [1, 2, 3]),
        ("z", (), "3 Resource 3: not today; its date stays · u undoes", [1, 2]),
        ("s", (), "3 Resource 3: suspended; 'recall resume 3' takes it up again", [1, 2]),
        ("lp", ("",), "1 Resource 1: postponed → Tue 3 Mar (tomorrow)", [2, 3]),
        ("lp", ("3 days",), "postponed → Thu 5 Mar (in 3 days)", [2, 3]),
        ("lp", (None,), "Postpone until when? [tomorrow]", [1, 2, 3]),
        ("lp", ("yesterday",), "is not after today", [1, 2, 3]),
        ("zu", (), "taken back: 3 Resource 3", [3, 1, 2]),
        ("lsu", (), "taken back: 1 Resource 1", [1, 2, 3]),
        ("Z", (), "not today", [1, 2]),
    ],
)
def test_each_way_to_put_something_aside(
    context: Context, keys: str, answers: tuple[str | None, ...], said: str, after: list[int]
) -> None:
    assert said in play(context, keys, answers=answers)
    assert left(context) == after


def test_putting_later_and_off_leave_the_dates_as_they_are(context: Context) -> None:
    before = everything(context)
    play(context, "llz")
    assert everything(context) == before


def test_what_comes_back_after_later_is_recalled_anew(context: Context) -> None:
    said = play(context, "z", " l", "z", "3")
    assert said.count("1 Resource 1\n") == 2
    assert "recall it first" in said


def test_what_was_taken_back_is_shown_as_it_was(context: Context) -> None:
    said = play(context, "l 3u2")
    assert said.count("No note yet.") == 2
    (review,) = reviews(context.store, 1)
    assert review.rating.name == "HARD"


def test_a_reading_without_a_link_or_a_browser_can_be_graded(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        raise RecallError("no browser could be opened; set BROWSER, or go to it")

    monkeypatch.setattr("recall.cli.session.keys.open_resource", broken)
    said = play(context, " 3d3")
    assert said.index("no browser could be opened") < said.index("space opens it")
    assert len(reviews(context.store, 3)) == 1


def test_an_own_order_is_gone_through_beside_the_plan(context: Context) -> None:
    from recall.usecases.session.beside import named_visits

    said = play(context, "l 3 2", visits=named_visits(context, ["2", "3"]))
    assert "2 Resource 2: comes last" in said
    assert said.index("3 Resource 3: good") < said.index("2 Resource 2: hard")
    assert left(context) == [1]


def test_the_keys_are_shown(context: Context) -> None:
    said = play(context, "?")
    for key in ("space", "1 2 3 4", "l ", "z ", "N ", "q "):
        assert f"\n{key}" in said


def test_a_sitting_takes_the_minutes_that_are_given(context: Context) -> None:
    play(context, "b", answers=("12", ""))
    assert [sitting.minutes for sitting in sittings(context.store, 3)] == [12]
    assert titled(context, "Resource 3").status == "reading"

"""Putting a resource aside and taking it up again, and undoing each."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.domain.library.resource import Resource
from recall.errors import Ambiguous, BadInput, NotFound
from recall.storage.tables import log
from recall.usecases.changed import Changed
from recall.usecases.context import Context
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.shelving import Kind, archive, postpone, resume, shelve, suspend
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.commands.shown import shown
from testing.libraries.factories import NOW, TODAY, at, catalog, entries, make_library, titled
from testing.libraries.planned_days import titles, titles_anew

PutAside = Callable[[Context, Resource], Changed]
BOTH = pytest.mark.parametrize("put_aside", [suspend, archive])


def days(number: int) -> timedelta:
    return timedelta(days=number)


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """Resource 1 is read and due today, Resource 2 is not read."""
    made = make_library(sqlite_url, catalog(*entries(2, read=1)))
    with made.store:
        yield made


@pytest.fixture
def read(context: Context) -> Resource:
    return titled(context, "Resource 1")


@pytest.fixture
def unread(context: Context) -> Resource:
    return titled(context, "Resource 2")


def offered(context: Context) -> list[str]:
    return sorted(titles(today(context)))


def test_a_postponed_revisit_waits_for_its_day(context: Context, read: Resource) -> None:
    after = postpone(context, read, TODAY + days(3)).resource
    assert (after.card.due, after.card.postponed_from) == (TODAY + days(3), TODAY)
    assert offered(context) == ["Resource 2"]
    then = at(context, NOW + days(3))
    assert offered(then) == ["Resource 1", "Resource 2"]
    assert doctor(then) == []


def test_postponing_again_remembers_the_first_date(context: Context, read: Resource) -> None:
    later = postpone(context, read, TODAY + days(30)).resource
    sooner = postpone(context, later, TODAY + days(2)).resource
    assert (sooner.card.due, sooner.card.postponed_from) == (TODAY + days(2), TODAY)


def test_postponing_is_never_a_way_to_be_asked_sooner(context: Context, unread: Resource) -> None:
    now = grade(context, unread, Grade(Rating.EASY, TODAY)).resource
    with pytest.raises(BadInput, match="give a later day"):
        postpone(context, now, TODAY + days(1))


def test_only_a_revisit_can_be_postponed(context: Context, unread: Resource) -> None:
    with pytest.raises(BadInput, match="only a revisit can be postponed"):
        postpone(context, unread, TODAY + days(1))


def test_a_postponement_is_no_review_and_the_next_rating_ends_it(
    context: Context, unread: Resource
) -> None:
    now = grade(context, unread, Grade(Rating.GOOD, TODAY)).resource
    later = postpone(context, now, TODAY + days(20)).resource
    assert later.card.memory == now.card.memory
    assert len(log.reviews(context.store, now.id)) == 1
    assert doctor(context) == []
    then = at(context, NOW + days(20))
    rated = grade(then, later, Grade(Rating.GOOD, TODAY + days(20))).resource
    assert rated.card.postponed_from is None
    assert log.reviews(context.store, now.id)[1].due_before == TODAY + days(20)
    assert doctor(context) == []


@BOTH
def test_what_is_put_aside_is_not_offered(
    context: Context, read: Resource, unread: Resource, put_aside: PutAside
) -> None:
    put_aside(context, read)
    put_aside(context, unread)
    assert offered(context) == []
    assert doctor(context) == []


@BOTH
@pytest.mark.parametrize("title", ["Resource 1", "Resource 2"])
def test_taken_up_again_it_is_as_it_was(context: Context, title: str, put_aside: PutAside) -> None:
    before = shown(context)
    resume(context, put_aside(context, titled(context, title)).resource)
    assert shown(context) == before


def test_something_begun_is_still_begun_when_taken_up_again(
    context: Context, unread: Resource
) -> None:
    begun = sit(context, unread, Grade(Rating.GOOD, TODAY, minutes=5)).resource
    aside = archive(context, suspend(context, begun).resource).resource
    back = resume(context, aside).resource
    assert (back.status, back.minutes_read) == ("reading", 5)


@BOTH
def test_what_is_aside_cannot_be_put_there_again(
    context: Context, read: Resource, put_aside: PutAside
) -> None:
    with pytest.raises(BadInput, match="already"):
        put_aside(context, put_aside(context, read).resource)


def test_what_is_not_aside_cannot_be_taken_up(context: Context, read: Resource) -> None:
    with pytest.raises(BadInput, match="nothing to resume"):
        resume(context, read)


def test_what_was_graded_elsewhere_meanwhile_is_postponed_from_its_new_date(
    context: Context, read: Resource
) -> None:
    graded = grade(context, read, Grade(Rating.EASY, TODAY)).resource
    with pytest.raises(BadInput, match="give a later day"):
        postpone(context, read, TODAY + days(1))
    assert postpone(context, read, TODAY + days(90)).resource.card.postponed_from == graded.card.due
    assert doctor(context) == []


def test_each_step_can_be_undone(context: Context, read: Resource) -> None:
    def tomorrow(context: Context, one: Resource) -> Changed:
        return postpone(context, one, TODAY + days(1))

    steps: list[PutAside] = [tomorrow, suspend, archive, resume]
    states = []
    now = read
    for step in steps:
        states.append(shown(context))
        now = step(context, now).resource
    for state in reversed(states):
        undo(context)
        assert shown(context) == state
        assert doctor(context) == []


def test_a_part_put_aside_does_not_hold_the_next_one_back(sqlite_url: str) -> None:
    parts = [
        one._replace(series="S", part=number) for number, one in enumerate(entries(3), start=1)
    ]
    context = make_library(sqlite_url, catalog(*parts))
    with context.store:
        assert titles_anew(context) == ["Resource 1"]
        suspend(context, titled(context, "Resource 1"))
        assert titles_anew(context) == ["Resource 2"]


@pytest.mark.parametrize("kind", ["suspend", "archive"])
def test_several_are_put_aside_and_taken_up_as_one_action(context: Context, kind: Kind) -> None:
    before = shown(context)
    done = shelve(context, kind, ["1", "2", "Resource 1"])
    assert [one.resource.id for one in done] == [1, 2]
    assert len({one.action_id for one in done}) == 1
    assert offered(context) == []
    (newest,) = log.history(context.store, 1)
    assert (newest.kind, newest.summary) == (kind, "2 resources: 1, 2")
    assert doctor(context) == []
    shelve(context, "resume", ["1", "2"])
    assert offered(context) == ["Resource 1", "Resource 2"]
    undo(context)
    undo(context)
    assert shown(context) == before


@pytest.mark.parametrize(
    ("kind", "texts", "error"),
    [
        ("suspend", ["1", "77"], NotFound),
        ("archive", ["1", "Resource"], Ambiguous),
        ("resume", ["1", "2"], BadInput),
        ("keep", ["1", "2"], BadInput),
    ],
)
def test_all_of_it_happens_or_nothing(
    context: Context, kind: Kind, texts: list[str], error: type[Exception]
) -> None:
    before = shown(context)
    with pytest.raises(error):
        shelve(context, kind, texts)
    assert shown(context) == before
    assert log.history(context.store, 9)[0].kind != kind

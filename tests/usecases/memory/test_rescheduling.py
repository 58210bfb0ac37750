"""Rescheduling: shown first, then done as shown, provable afterwards and undone whole."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from shutil import copy

import pytest

from recall.domain.library.card import Rating
from recall.domain.memory.scheduling import Model, replay
from recall.errors import RecallError
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.storage.tables import log, parameters
from recall.usecases.context import Context
from recall.usecases.memory.optimizing import go_back
from recall.usecases.memory.rescheduling import plan, reschedule
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.joining import join
from recall.usecases.resources.shelving import postpone, suspend
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.databases.tables import living_now
from testing.libraries.factories import NOW, TODAY, at, everything, titled
from testing.libraries.other_parameters import adopt


@pytest.fixture(scope="module")
def fitted_file(tmp_path_factory: pytest.TempPathFactory, rated_file: Path) -> Path:
    """A library with a fitted set in use, and nothing rescheduled; it is copied, not used."""
    path = Path(copy(rated_file, tmp_path_factory.mktemp("fitted") / "library.db"))
    with Store(f"sqlite:///{path}") as store:
        assert adopt(Context(store, Settings(), NOW)) == 2
    return path


@pytest.fixture
def fitted(tmp_path: Path, fitted_file: Path) -> Iterator[Context]:
    copy(fitted_file, tmp_path / "library.db")
    with Store(f"sqlite:///{tmp_path / 'library.db'}") as store:
        yield Context(store, Settings(), NOW)


def test_looking_changes_nothing_and_says_what_would_move(fitted: Context) -> None:
    before = everything(fitted)
    shown = plan(fitted)
    assert everything(fitted) == before
    assert shown.moves
    assert all(move.before != move.due >= TODAY for move in shown.moves)
    minutes = [(now, then) for _, now, then in shown.days]
    assert [day for day, _, _ in shown.days] == [TODAY + timedelta(days=n) for n in range(14)]
    assert sum(now for now, _ in minutes) != sum(then for _, then in minutes)


def test_what_was_shown_is_done_and_each_card_holds_what_the_set_makes_of_it(
    fitted: Context,
) -> None:
    shown = plan(fitted)
    reviews = fitted.store.rows("SELECT * FROM review ORDER BY id")
    reschedule(fitted, shown)
    weights = parameters.latest(fitted.store).weights
    dues = {move.resource.id: move.due for move in shown.moves}
    for one in everything(fitted):
        history = [(past.study_date, past.rating) for past in log.reviews(fitted.store, one.id)]
        assert one.card.memory is not None
        assert one.card.memory == pytest.approx(replay(history, Model(weights))[-1].memory)
        assert one.card.due == dues.get(one.id, one.card.due)
    assert fitted.store.rows("SELECT * FROM review ORDER BY id") == reviews
    assert doctor(fitted) == []


def test_rescheduling_again_finds_nothing_to_do(fitted: Context) -> None:
    reschedule(fitted, plan(fitted))
    again = plan(fitted)
    assert (again.moves, again.memories) == ((), {})


def test_rescheduling_is_one_action_that_is_undone_whole(fitted: Context) -> None:
    before = everything(fitted)
    reschedule(fitted, plan(fitted))
    last, *_ = undo(fitted)
    assert last.kind == "reschedule"
    assert everything(fitted) == before
    assert doctor(fitted) == []


@pytest.mark.slow
def test_a_rescheduled_card_is_rated_postponed_and_undone_like_any_other(fitted: Context) -> None:
    reschedule(fitted, plan(fitted))
    one, other = titled(fitted, "Resource 1"), titled(fitted, "Resource 2")
    assert other.card.due is not None
    postpone(fitted, other, max(other.card.due, TODAY) + timedelta(days=3))
    grade(fitted, one, Grade(Rating.HARD, TODAY))
    assert doctor(fitted) == []
    later = at(fitted, NOW + timedelta(days=9))
    grade(later, one, Grade(Rating.GOOD, later.today))
    assert doctor(fitted) == []
    for _ in range(5):
        undo(fitted)
        assert doctor(fitted) == []
    assert parameters.latest(fitted.store).id == 1


def test_a_review_after_going_back_is_of_the_set_that_it_is_given_under(fitted: Context) -> None:
    reschedule(fitted, plan(fitted))
    go_back(fitted, 1)
    one = titled(fitted, "Resource 1")
    grade(fitted, one, Grade(Rating.GOOD, TODAY))
    assert doctor(fitted) == []
    assert one.id not in plan(fitted).memories


def test_going_back_can_be_rescheduled_too(fitted: Context) -> None:
    before = {one.id: one.card.memory for one in everything(fitted)}
    reschedule(fitted, plan(fitted))
    go_back(fitted, 1)
    reschedule(fitted, plan(fitted))
    after = {one.id: one.card.memory for one in everything(fitted)}
    assert after == {number: pytest.approx(memory) for number, memory in before.items()}
    assert doctor(fitted) == []


def test_what_is_read_once_gets_its_memory_and_no_date(fitted: Context) -> None:
    moving = plan(fitted).moves[0].resource
    edit(fitted, moving, Edit(once=True))
    shown = plan(fitted)
    assert moving.id not in {move.resource.id for move in shown.moves}
    assert moving.id in shown.memories
    reschedule(fitted, shown)
    assert titled(fitted, moving.title).card.due is None
    assert doctor(fitted) == []
    edit(fitted, moving, Edit(once=False))
    assert doctor(fitted) == []


def test_what_was_postponed_or_put_aside_keeps_its_date(fitted: Context) -> None:
    moving = [move.resource for move in plan(fitted).moves][:2]
    until = TODAY + timedelta(days=3000)
    postpone(fitted, moving[0], until)
    suspend(fitted, moving[1])
    shown = plan(fitted)
    assert not {one.id for one in moving} & {move.resource.id for move in shown.moves}
    assert {one.id for one in moving} <= shown.memories.keys()
    reschedule(fitted, shown)
    assert [titled(fitted, one.title).card.due for one in moving] == [until, moving[1].card.due]
    assert doctor(fitted) == []


def test_what_has_changed_since_it_was_shown_is_not_done(fitted: Context) -> None:
    shown = plan(fitted)
    grade(fitted, shown.moves[0].resource, Grade(Rating.GOOD, TODAY))
    before = everything(fitted)
    with pytest.raises(RecallError, match="has changed meanwhile"):
        reschedule(fitted, shown)
    assert everything(fitted) == before


def test_an_empty_library_has_nothing_to_move(empty: Context) -> None:
    shown = plan(empty)
    assert (shown.moves, shown.memories, shown.parameters_id) == ((), {}, 1)


DAMAGE = [
    ("UPDATE resource SET stability = 99 WHERE id = 1", "not what its parameters make of the log"),
    ("UPDATE resource SET due = last_review WHERE id = 1", "not after its last review"),
    ("UPDATE resource SET parameters_id = 7 WHERE id = 1", "there is no parameters 7"),
    ("UPDATE resource SET parameters_id = NULL WHERE id = 1", "its memory is not what the log's"),
]


@pytest.mark.parametrize(("statement", "message"), DAMAGE)
def test_the_doctor_finds_what_does_not_follow(
    fitted: Context, statement: str, message: str
) -> None:
    reschedule(fitted, plan(fitted))
    with fitted.store.transaction() as connection:
        connection.execute(statement)
    assert any(message in problem for problem in doctor(fitted))


def test_what_is_joined_later_is_replayed_under_the_set_too(fitted: Context) -> None:
    reschedule(fitted, plan(fitted))
    before = living_now(fitted.store)
    one, other = [one for one in everything(fitted) if one.card.reviews > 1][:2]
    joined = join(fitted, one, other).resource
    reviews = log.reviews(fitted.store, other.id)
    assert joined.card.reviews == len(reviews)
    weights = parameters.latest(fitted.store).weights
    outcomes = replay([(each.study_date, each.rating) for each in reviews], Model(weights))
    assert joined.card.memory == outcomes[-1].memory
    assert doctor(fitted) == []
    undo(fitted)
    assert living_now(fitted.store) == before

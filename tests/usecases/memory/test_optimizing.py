"""The memory model of today, sets of parameters of earlier versions, and the ways back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from shutil import copy

import pytest

from recall.domain.library.card import Rating
from recall.domain.memory.mixture import AVERAGE, to_text
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS, Model, replay
from recall.errors import BadInput, RecallError
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.storage.tables import log, parameters
from recall.usecases.context import Context
from recall.usecases.memory.optimizing import go_back, kept, memory_model
from recall.usecases.personal import mixture_of
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.rating.preview import preview_dates
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.databases.tables import dump
from testing.libraries.factories import NOW, TODAY, titled
from testing.libraries.other_parameters import SCORES, adopt
from testing.libraries.simulated import library, rated


@pytest.fixture
def lived(tmp_path: Path, rated_file: Path) -> Iterator[Context]:
    copy(rated_file, tmp_path / "library.db")
    with Store(f"sqlite:///{tmp_path / 'library.db'}") as store:
        yield Context(store, Settings(), NOW)


@pytest.fixture
def fitted(lived: Context) -> Context:
    """The same, with another set of parameters in use."""
    assert adopt(lived) == 2
    return lived


def damage(context: Context, statement: str) -> None:
    """Change the log as no use case would, past every guard."""
    with closing(sqlite3.connect(str(context.store.location.path))) as connection, connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in names.fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        assert connection.execute(statement).rowcount != 0


def test_a_person_unlike_the_average_one_is_predicted_better(lived: Context) -> None:
    model = memory_model(lived)
    assert model.compared is not None
    assert model.compared.verdict in ("better", "probably better")
    assert model.compared.revisits >= 1000
    assert model.compared.log_loss < model.compared.log_loss_plain
    assert abs(model.compared.expected - model.compared.recalled) < 0.01
    assert (model.parameters_id, model.is_published, model.person.wanted) == (1, True, 0.9)
    assert (model.person.intervals > 1) == (model.person.recall_at > 0.9)


def test_it_is_the_model_that_a_grade_of_the_day_uses(lived: Context) -> None:
    model = memory_model(lived)
    review = grade(lived, "Resource 1", Grade(Rating.GOOD, TODAY)).review
    assert review.mixture == to_text(model.mixture)
    assert memory_model(lived).mixture == model.mixture
    later = lived._replace(now=NOW + timedelta(days=1))
    assert memory_model(later).mixture != model.mixture
    assert doctor(lived) == []


def test_a_set_that_was_fitted_before_stays_in_use_and_is_what_is_compared_with(
    fitted: Context,
) -> None:
    model = memory_model(fitted)
    assert (model.parameters_id, model.is_published) == (2, False)
    assert model.compared is not None
    assert model.compared.verdict != "better"  # the person's memory follows that very set
    assert [(one.id, one.in_use, one.scores) for one in kept(fitted)] == [
        (1, False, None),
        (2, True, SCORES),
    ]


def test_without_revisits_nothing_is_compared(empty: Context) -> None:
    model = memory_model(empty)
    assert (model.compared, model.mixture) == (None, AVERAGE)
    assert (model.person.recall_at, model.person.intervals) == (0.9, 1.0)


def test_a_review_under_other_parameters_follows_from_the_replay_of_its_log(
    lived: Context,
) -> None:
    one = titled(lived, "Resource 1")
    history = [(review.study_date, review.rating) for review in log.reviews(lived.store, one.id)]
    adopt(lived)
    weights = parameters.latest(lived.store).weights
    dates = preview_dates(lived, one, TODAY)

    graded = grade(lived, one, Grade(Rating.GOOD, TODAY)).resource

    assert graded.card.due == dates[Rating.GOOD]
    outcome = replay([*history, (TODAY, Rating.GOOD)], Model(weights))[-1]
    review = log.reviews(lived.store, one.id)[-1]
    assert review.parameters_id == 2
    assert graded.card.memory == outcome.memory
    assert review.retrievability == outcome.retrievability
    assert doctor(lived) == []


def test_sets_may_change_between_the_reviews_of_a_card(lived: Context) -> None:
    one = titled(lived, "Resource 1")
    adopt(lived)
    grade(lived, one, Grade(Rating.AGAIN, TODAY))
    go_back(lived, 1)
    grade(lived, one, Grade(Rating.GOOD, TODAY))  # a correction, under the other set
    assert doctor(lived) == []
    for _ in range(4):
        undo(lived)
        assert doctor(lived) == []


def test_going_back_to_a_set_is_an_action_of_its_own(lived: Context) -> None:
    adopt(lived)
    go_back(lived, 1)
    assert parameters.latest(lived.store).id == 1
    undo(lived)
    assert parameters.latest(lived.store).id == 2


@pytest.mark.parametrize(
    ("number", "message"), [(1, "1 is in use already"), (9, "no parameter set 9; 'recall optim")]
)
def test_a_set_that_cannot_be_used_is_refused(empty: Context, number: int, message: str) -> None:
    before = dump(empty.store)
    with pytest.raises(BadInput, match=message):
        go_back(empty, number)
    assert dump(empty.store) == before


def test_it_all_works_on_each_kind_of_database(database_url: str) -> None:
    context = library(database_url, rated(1000, TODAY), NOW)
    with context.store:
        assert adopt(context) == 2
        go_back(context, 1)
        undo(context)
        undo(context)
        assert parameters.latest(context.store).id == 1


DAMAGE = [
    ("UPDATE review SET retrievability = NULL WHERE elapsed IS NOT NULL", "has no prediction"),
    ("UPDATE review SET study_date = '2020-01-01' WHERE elapsed IS NOT NULL", "does not come aft"),
    ("UPDATE review SET elapsed = 1", "the log is damaged"),
    ("UPDATE review SET study_date = 'soon' WHERE id = 9", "the log is damaged: it holds what"),
]


@pytest.mark.parametrize(("statement", "message"), DAMAGE)
def test_a_damaged_log_is_said_in_one_line_and_grades_go_on_by_the_average(
    lived: Context, statement: str, message: str
) -> None:
    damage(lived, statement)
    with pytest.raises(RecallError, match=message) as error:
        memory_model(lived)
    assert "\n" not in str(error.value)
    assert mixture_of(lived.store, TODAY, DEFAULT_WEIGHTS) == AVERAGE

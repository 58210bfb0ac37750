"""Fitting to a log: what is adopted, what is refused with nothing changed, and the ways back."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copy

import pytest

from recall.domain.library.card import Rating
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS, Model, replay
from recall.domain.memory.weights import Weights
from recall.errors import BadInput, RecallError
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.storage.tables import log, parameters
from recall.usecases.context import Context
from recall.usecases.memory import optimizing
from recall.usecases.memory.optimizing import go_back, kept, optimize
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.rating.preview import preview_dates
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.factories import NOW, TODAY, titled
from testing.simulated import library, rated
from testing.tables import dump


@pytest.fixture
def lived(tmp_path: Path, rated_file: Path) -> Iterator[Context]:
    copy(rated_file, tmp_path / "library.db")
    with Store(f"sqlite:///{tmp_path / 'library.db'}") as store:
        yield Context(store, Settings(), NOW)


def refused(context: Context, message: str) -> None:
    """Optimizing says so, in one line, and nothing is changed."""
    before = dump(context.store)
    with pytest.raises(RecallError, match=message) as error:
        optimize(context)
    assert "\n" not in str(error.value)
    assert dump(context.store) == before


def damage(context: Context, statement: str) -> None:
    """Change the log as no use case would, past every guard."""
    with closing(sqlite3.connect(str(context.store.location.path))) as connection, connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in names.fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        assert connection.execute(statement).rowcount != 0


def test_a_set_that_predicts_better_is_adopted(lived: Context) -> None:
    assert doctor(lived) == []
    done = optimize(lived)
    assert (done.before_id, done.adopted_id, done.scores.passes) == (1, 2, True)
    assert done.scores.revisits >= 1000
    in_use = parameters.latest(lived.store)
    assert in_use.id == 2
    assert in_use.weights != DEFAULT_WEIGHTS
    assert [(one.id, one.in_use, one.scores) for one in kept(lived)] == [
        (1, False, None),
        (2, True, done.scores),
    ]


def test_adopting_a_set_moves_no_due_date_and_is_undone_whole(lived: Context) -> None:
    before = lived.store.rows("SELECT * FROM resource ORDER BY id")
    optimize(lived)
    assert lived.store.rows("SELECT * FROM resource ORDER BY id") == before
    assert doctor(lived) == []
    last, _ = undo(lived)
    assert last.kind == "optimize"
    assert parameters.latest(lived.store).id == 1
    assert len(kept(lived)) == 2


def test_the_same_log_again_is_refused_by_the_set_in_use(lived: Context) -> None:
    optimize(lived)
    before = dump(lived.store)
    again = optimize(lived)
    assert again.adopted_id is None
    assert again.scores.log_loss_before < again.scores.log_loss < again.scores.log_loss_default
    assert dump(lived.store) == before


def test_a_review_under_other_parameters_follows_from_the_replay_of_its_log(
    lived: Context,
) -> None:
    one = titled(lived, "Resource 1")
    history = [(review.study_date, review.rating) for review in log.reviews(lived.store, one.id)]
    optimize(lived)
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
    optimize(lived)
    grade(lived, one, Grade(Rating.AGAIN, TODAY))
    go_back(lived, 1)
    grade(lived, one, Grade(Rating.GOOD, TODAY))  # a correction, under the other set
    assert doctor(lived) == []
    for _ in range(4):
        undo(lived)
        assert doctor(lived) == []


def test_going_back_to_a_set_is_an_action_of_its_own(lived: Context) -> None:
    optimize(lived)
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
        assert optimize(context).adopted_id == 2
        go_back(context, 1)
        undo(context)
        undo(context)
        assert parameters.latest(context.store).id == 1


def test_an_empty_log_is_too_short(empty: Context) -> None:
    refused(empty, "and the log has 0$")


def test_without_the_extra_a_short_log_says_all_that_is_missing(
    empty: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    refused(empty, r"the log has 0; it will also need pip install 'recall-reading\[optimize\]'$")


def test_without_the_extra_nothing_is_fitted(
    lived: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    refused(lived, r"not installed: pip install 'recall-reading\[optimize\]'$")


DAMAGE = [
    ("UPDATE review SET rating = 3", "these all were$"),
    ("UPDATE review SET retrievability = NULL WHERE elapsed IS NOT NULL", "has no prediction"),
    ("UPDATE review SET study_date = '2020-01-01' WHERE elapsed IS NOT NULL", "does not come aft"),
    ("UPDATE review SET elapsed = 1", "the log is damaged"),
    ("UPDATE review SET study_date = 'soon' WHERE id = 9", "the log is damaged: it holds what"),
]


@pytest.mark.parametrize(("statement", "message"), DAMAGE)
def test_a_log_that_cannot_be_fitted_to_is_refused(
    lived: Context, statement: str, message: str
) -> None:
    damage(lived, statement)
    refused(lived, message)


def test_parameters_that_change_meanwhile_are_not_overwritten(
    lived: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    fit = optimizing.optimizer.fit

    def slow(ratings: list[object]) -> Weights:
        if parameters.latest(lived.store).id == 1:
            monkeypatch.setattr(optimizing.optimizer, "fit", fit)
            optimize(lived)
        w0, w1, w2, w3, *_ = DEFAULT_WEIGHTS
        return parameters.latest(lived.store).weights._replace(w0=w0, w1=w1, w2=w2, w3=w3)

    monkeypatch.setattr(optimizing.optimizer, "fit", slow)
    monkeypatch.setattr(optimizing.fitting.Scores, "passes", True)
    with pytest.raises(RecallError, match="taken into use meanwhile; try again"):
        optimize(lived)
    assert parameters.latest(lived.store).id == 2

"""The bench of predictions: what it reads, whom it simulates, and that it sees only the past."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from bench.lived.minds import MINDS, real
from bench.lived.people import Trial
from bench.memory.history import History
from bench.memory.lives import lived
from bench.memory.logs import LIBRARY_CARDS, libraries, read
from bench.memory.people import DAYS, log_of
from bench.memory.predicting import (
    BANDS,
    BEST_OFFSET,
    CANDIDATES,
    DEFAULT,
    TRUTH,
    outcomes,
    predictions,
)
from recall.domain.library.card import Rating
from recall.domain.memory.accuracy import log_loss
from recall.domain.memory.rated_log import checked
from testing.libraries.simulated import rated

HEADING = "card_id,review_rating,review_time,review_duration\n"
DAY = date(2026, 3, 2)


def written(folder: Path, *lines: str) -> Path:
    path = folder / "log.csv"
    path.write_text(HEADING + "\n".join(lines), encoding="utf-8")
    return path


def test_a_log_has_the_first_rating_of_a_card_and_study_day(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "7,3,2026-03-05T10:00:00+00:00,1",
        "7,1,2026-03-02T10:00:00+00:00,1",
        "7,3,2026-03-02T10:10:00+00:00,1",
        "8,4,2026-03-03T03:00:00+00:00,1",  # before four in the morning
    )
    found = [(one.resource_id, one.on, one.rating, one.elapsed) for one in read(path)]
    assert found == [
        (1, DAY, Rating.AGAIN, None),
        (2, DAY, Rating.EASY, None),
        (1, DAY + timedelta(3), Rating.GOOD, 3),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("7,5,2026-03-05T10:00:00+00:00,1", "line 2 is no review: 5 is not a valid Rating"),
        ("7,3,yesterday,1", "line 2 is no review: Invalid isoformat string"),
        ("7,3,2026-03-05T10:00:00,1", "line 2 is no review: a review_time has no time zone"),
        ("7", "line 2 is no review"),
    ],
)
def test_what_is_no_review_is_named_by_its_line(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read(written(tmp_path, line))


def test_libraries_are_whole_histories_of_a_few_cards() -> None:
    log = rated(600, DAY)
    for library in libraries(log, 3, seed=1):
        cards = {one.resource_id for one in library}
        assert len(cards) <= LIBRARY_CARDS
        assert library == [one for one in log if one.resource_id in cards]


def test_no_prediction_knows_what_comes_after_it() -> None:
    log = rated(120, DAY)
    whole, begun = predictions(History(log)), predictions(History(log[: len(log) // 2]))
    for name in CANDIDATES:
        assert list(whole[name][: len(begun[name])]) == list(begun[name])


def test_bands_have_each_revisit_once() -> None:
    logs = [History(rated(500, DAY)), History(rated(40, DAY, seed=2))]
    found = outcomes(logs)
    revisits = sum(len(predictions(one)[DEFAULT]) for one in logs)
    for by_band in found.values():
        assert list(by_band) == [band for band in BANDS if band in by_band]
        assert sum(one.revisits for one in by_band.values()) == revisits
    assert all(one.change == 0 for one in found[DEFAULT].values())
    assert outcomes([History([])]) == {name: {} for name in (*CANDIDATES, BEST_OFFSET)}
    assert outcomes([]) == {}


@pytest.mark.parametrize("rating", [Rating.AGAIN, Rating.GOOD])
def test_an_offset_is_best_for_the_whole_log(rating: Rating) -> None:
    for log in (rated(300, DAY), [one._replace(rating=rating) for one in rated(60, DAY)]):
        found = predictions(History(log))
        best = log_loss(found[BEST_OFFSET])
        assert best < log_loss(found[DEFAULT])
        assert all(0 < predicted < 1 for predicted, _ in found[BEST_OFFSET])


def test_the_truth_predicts_best_where_it_is_known() -> None:
    trial = Trial(4, truths=("exponential",), days=90)
    found = outcomes([lived(trial, number) for number in range(trial.people)])
    for by_band in zip(*(found[name].values() for name in found), strict=True):
        losses = dict(zip(found, (one.loss for one in by_band), strict=True))
        assert min(losses, key=losses.__getitem__) == TRUTH


def test_a_life_in_the_lab_gives_a_log_that_can_be_replayed() -> None:
    trial = Trial(1, days=60)
    log, truths = lived(trial, 0)
    assert checked(log) == log
    assert truths is not None
    assert len(truths) == sum(one.elapsed is not None for one in log)
    assert lived(trial, 0) == (log, truths)


@pytest.mark.parametrize("truth", MINDS)
def test_a_simulated_log_is_in_order_and_the_same_again(truth: str) -> None:
    log, truths = log_of(MINDS[truth]("someone"), "1")
    assert checked(log) == log
    assert log_of(MINDS[truth]("someone"), "1") == (log, truths)
    assert (log[-1].on - log[0].on).days < DAYS


def test_real_people_are_drawn_from_the_file_within_the_bounds() -> None:
    draw = Random(1)
    rows = [[draw.gauss(0, 9) for _ in range(17)] for _ in range(5)]
    for name in "abcde":
        mind = real(name, rows)
        mind.read(1, 0)
        assert 0 <= mind.recall(1, 9) <= 1
        for day, recalled in ((3, True), (9, False), (12, True)):
            mind.revisit(1, day, recalled=recalled)
            assert 0 <= mind.recall(1, day + 5) <= 1

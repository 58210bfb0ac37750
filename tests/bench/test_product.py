"""The lab drives recall as a person does: the plan stands, and what is done is logged."""

import pytest

from bench.lived.compare import live
from bench.lived.driver import Lived
from bench.lived.listed import Listed
from bench.lived.people import Trial
from bench.lived.product import Product

pytestmark = pytest.mark.slow


def test_a_fortnight_with_recall_loses_nothing_and_finds_nothing_unasked() -> None:
    trial = Trial(1, days=14)
    lived = live(trial, "recall", 0)
    assert (lived.vanished, lived.unplanned) == (0, 0)
    assert lived.read_by_30 >= 1
    assert lived.revisits > 10
    assert live(trial, "recall", 0) == lived


def test_the_driver_tells_recall_what_a_person_would() -> None:
    driver = Product(45)
    try:
        driver.add(Listed(83, "video", 45, "https://example.org/a-talk"), 0)
        driver.begin(0, 15)
        assert sum(visit.minutes for visit in driver.left()) <= 15
        driver.begin(1, 45)
        planned = list(driver.left())
        for visit in planned:
            driver.done(Lived(visit, visit.minutes, recalled=True, finished=visit.do == "read"))
        assert driver.left() == []
        driver.leave(2, 9)
        driver.begin(3, 45)
        assert driver.left() == []
        driver.come_back(9)
        driver.begin(9, 45)
        assert driver.left()
        assert max(driver.overdue(9)) > 0
    finally:
        driver.close()

"""A resource: how long its visits take, and how its title is searched."""

from datetime import date

import pytest

from recall.domain.library.card import Card
from recall.domain.library.resource import (
    LONGEST_SHORT_TITLE,
    Planned,
    fold,
    revisit_minutes,
    short,
)

MINUTES = [(1, 3), (12, 3), (13, 4), (20, 5), (21, 6), (60, 15), (120, 30), (121, 30), (6000, 30)]


def resource(minutes: int, minutes_read: int = 0, due: date | None = None) -> Planned:
    return Planned(
        id=1,
        title="A",
        url=None,
        canonical_url=None,
        kind="article",
        language="en",
        minutes=minutes,
        minutes_read=minutes_read,
        series=None,
        part=None,
        status="unread",
        gone=False,
        note=None,
        card=Card(due=due),
    )


@pytest.mark.parametrize(("reading", "revisit"), MINUTES)
def test_a_revisit_takes_a_quarter_of_the_reading_within_bounds(reading: int, revisit: int) -> None:
    assert revisit_minutes(reading) == revisit
    assert resource(reading).revisit_minutes == revisit


@pytest.mark.parametrize(
    ("minutes", "read", "left"), [(60, 0, 60), (60, 40, 20), (60, 58, 5), (60, 90, 5)]
)
def test_a_first_reading_takes_what_is_left_of_it(minutes: int, read: int, left: int) -> None:
    assert resource(minutes, read).next_minutes == left


def test_what_is_read_takes_a_revisit_next() -> None:
    assert resource(60, 40, due=date(2026, 3, 2)).next_minutes == 15


def test_what_is_read_once_would_take_a_revisit_too() -> None:
    assert resource(60, 60)._replace(once=True).next_minutes == 15


@pytest.mark.parametrize(
    ("one", "other"), [("VLLM", "vllm"), ("ＣＵＤＡ", "cuda"), ("Straße", "STRASSE"), ("①", "1")]
)
def test_case_and_width_do_not_count_in_a_search(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_title_in_a_sentence_is_short() -> None:
    assert short("VLLM") == "VLLM"
    assert short("长" * LONGEST_SHORT_TITLE) == "长" * LONGEST_SHORT_TITLE
    assert short("长" * 10_000) == "长" * (LONGEST_SHORT_TITLE - 1) + "…"

"""Minutes are learned from the person's own times: robustly, and only as far as these reach."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.card import Card
from recall.domain.pace import Pace, Timed, Timing, learn
from recall.domain.resource import KIND_MINUTES, KINDS, Resource, revisit_minutes


def resource(
    number: int = 1,
    kind: str = "article",
    minutes: int | None = None,
    host: str = "example.org",
    language: str = "en",
    length: int | None = None,
) -> Resource:
    url = f"https://{host}/{number}" if host else None
    whole = KIND_MINUTES[kind] if minutes is None else minutes
    return Resource(
        number, f"Resource {number}", url, url, kind, language, whole, 0, None, None,
        "unread", gone=False, note=None, card=Card(), length=length,
    )  # fmt: skip


def readings(
    minutes: Sequence[int], kind: str = "article", host: str = "example.org"
) -> list[Timing]:
    return [
        Timing(resource(100 + number, kind, host=host), is_revisit=False, minutes=taken)
        for number, taken in enumerate(minutes)
    ]


def test_without_a_time_it_is_the_default_of_the_kind_and_a_quarter() -> None:
    for kind, minutes in KIND_MINUTES.items():
        one = resource(kind=kind)
        reading, revisit = Pace().reading(one), Pace().revisit(one)
        assert (reading.minutes, reading.source) == (minutes, "default")
        assert reading.why == f"the default of its kind, {minutes} min"
        assert (revisit.minutes, revisit.source) == (revisit_minutes(minutes), "default")


def test_what_somebody_said_is_not_learned_away() -> None:
    pace = learn(readings([60] * 50))
    assert pace.reading(resource(minutes=20))[:2] == (20, "given")
    assert pace.revisit(resource(minutes=20))[:2] == (5, "default")


def test_its_own_reading_is_known_best_and_its_revisits_follow_it() -> None:
    one = resource(7, minutes=20)
    pace = learn([Timing(one, is_revisit=False, minutes=80)])
    assert pace.reading(one) == (80, "learned", "its own reading took that long")
    assert pace.revisit(one)[:2] == (20, "default")


def test_its_own_reading_is_planned_with_before_anything_else_is_learned() -> None:
    given = resource(7, minutes=20)
    pace = learn([Timing(given, is_revisit=False, minutes=80)])
    assert not pace.groups
    applied = pace.applied(given)
    assert (applied.minutes, applied.again_minutes) == (80, 20)
    assert pace.applied(resource(8, minutes=20)) == resource(8, minutes=20)


def test_what_is_set_by_hand_is_given_even_where_it_is_the_default() -> None:
    pace = learn(readings([60] * 50))
    by_hand = resource()._replace(minutes_given=True)
    assert pace.reading(by_hand)[:2] == (15, "given")
    assert pace.reading(resource()).source == "learned"


@pytest.mark.parametrize(("times", "minutes"), [(1, 17), (4, 21), (12, 25), (400, 30)])
def test_a_kind_is_learned_the_more_the_more_times_there_are(times: int, minutes: int) -> None:
    pace = learn(readings([30] * times, host=""))
    assert pace.reading(resource())[:2] == (minutes, "learned")
    assert pace.reading(resource(kind="paper"))[:2] == (60, "default")


def test_one_clock_that_ran_on_moves_next_to_nothing() -> None:
    usual = learn(readings([15] * 9, host=""))
    outlier = learn(readings([*[15] * 9, 600], host=""))
    assert outlier.reading(resource()).minutes == usual.reading(resource()).minutes == 15


def test_a_site_is_learned_on_top_of_its_kind() -> None:
    slow = [
        one._replace(resource=one.resource._replace(id=500 + number))
        for number, one in enumerate(readings([60] * 20, host="slow.example"))
    ]
    pace = learn([*slow, *readings([15] * 40)])
    assert pace.reading(resource(host="slow.example")).minutes > 40
    assert pace.reading(resource(host="other.example")).minutes == 15
    assert "20 times of yours at slow.example" in pace.reading(resource(host="slow.example")).why


def test_a_single_time_is_one_time() -> None:
    assert (
        "1 time of yours at this kind (article)"
        in learn(readings([30], host="")).reading(resource()).why
    )


@pytest.mark.parametrize(
    ("language", "length", "minutes"), [("zh", 6000, 20), ("en", 4000, 20), ("en", 1, 1)]
)
def test_a_text_of_known_length_is_counted_in_characters_or_words(
    language: str, length: int, minutes: int
) -> None:
    estimate = Pace().reading(resource(language=language, length=length))
    assert estimate[:2] == (minutes, "default")
    assert estimate.why.startswith(f"{length} {'characters' if language == 'zh' else 'words'} at ")


def test_the_reading_speed_of_a_language_is_learned() -> None:
    slowly = [
        Timing(resource(number, language="zh", length=3000), is_revisit=False, minutes=20)
        for number in range(40)
    ]
    pace = learn(slowly)
    assert pace.reading(resource(99, language="zh", length=30_000)).minutes in range(180, 201)
    assert pace.reading(resource(99, language="en", length=20_000)).minutes == 100


def test_revisits_are_learned_apart_from_readings() -> None:
    pace = learn([Timing(resource(number), is_revisit=True, minutes=8) for number in range(40)])
    assert pace.reading(resource()).source == "default"
    assert pace.revisit(resource())[:2] == (8, "learned")


TIMINGS = st.lists(
    st.builds(
        Timing,
        st.builds(
            resource,
            st.integers(1, 40),
            st.sampled_from(KINDS),
            st.none() | st.integers(1, 700),
            st.sampled_from(["", "a.example", "b.example"]),
            st.sampled_from(["en", "zh"]),
            st.none() | st.integers(1, 100_000),
        ),
        st.booleans(),
        st.integers(0, 10_000),
    ),
    max_size=60,
)  # fmt: skip


@given(timings=TIMINGS, wanted=st.sampled_from(KINDS), length=st.none() | st.integers(1, 100_000))
def test_an_estimate_is_whole_minutes_near_what_the_times_say(
    timings: list[Timing], wanted: str, length: int | None
) -> None:
    one = resource(99, wanted, length=length)
    plain, learned = Pace().reading(one), learn(timings).reading(one)
    assert learned.source in ("learned", "default")
    assert plain.minutes / 400 <= learned.minutes <= plain.minutes * 400 + 400
    assert learn(timings).revisit(one).minutes >= 1


@given(times=st.integers(1, 50))
def test_times_as_expected_change_nothing(times: int) -> None:
    assert learn(readings([15] * times)).reading(resource()).minutes == 15


def test_what_has_no_link_is_learned_of_its_kind_and_once() -> None:
    told = learn(readings([30] * 400, host="")).reading(resource(host=""))
    assert told.minutes == 30
    assert "at this kind (article)" in told.why


@given(timings=TIMINGS)
def test_the_few_fields_that_are_read_teach_what_whole_resources_do(timings: list[Timing]) -> None:
    few = [
        one._replace(resource=Timed(*(getattr(one.resource, name) for name in Timed._fields)))
        for one in timings
    ]
    assert learn(few) == learn(timings)


@given(timings=TIMINGS, wanted=st.sampled_from(KINDS), host=st.sampled_from(["", "a.example"]))
def test_a_plan_takes_the_minutes_that_are_explained(
    timings: list[Timing], wanted: str, host: str
) -> None:
    pace = learn(timings)
    for one in (resource(7, wanted, host=host), resource(99, wanted, 20), resource(99, length=900)):
        applied = pace.applied(one)
        assert applied.minutes == pace.reading(one).minutes
        assert applied.revisit_minutes == pace.revisit(one).minutes

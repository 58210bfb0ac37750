"""Minutes are learned from the person's own times: robustly, and only as far as these reach."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.card import Card
from recall.domain.library.resource import KIND_MINUTES, KINDS, Resource, revisit_minutes
from recall.domain.library.timing.pace import Pace, Timed, Timing, learn


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


@pytest.mark.parametrize(
    ("minutes", "revisit", "why"),
    [
        (600, 30, "at most 30, though a quarter of its reading, 600 min, {}, would be 150"),
        (121, 30, "at most 30, though a quarter of its reading, 121 min, {}, would be 31"),
        (120, 30, "a quarter of its reading, 120 min, {}"),
        (9, 3, "a quarter of its reading, 9 min, {}"),
        (8, 3, "at least 3, though a quarter of its reading, 8 min, {}, would be 2"),
    ],
)
def test_the_minutes_of_a_revisit_are_told_with_their_bounds(
    minutes: int, revisit: int, why: str
) -> None:
    found = Pace().revisit(resource(minutes=minutes))
    assert (found.minutes, found.why) == (revisit, why.format("set by the list"))


def test_what_somebody_said_is_not_learned_away() -> None:
    pace = learn(readings([60] * 50))
    assert pace.reading(resource(minutes=20)) == (20, "given", "set by the list")
    quarter = "a quarter of its reading, 20 min, set by the list"
    assert pace.revisit(resource(minutes=20)) == (5, "given", quarter)


@pytest.mark.parametrize(
    ("took", "minutes", "source", "quarter"),
    [
        (20, 5, "given", "its reading, 20 min, set by the list"),
        (40, 5, "given", "its reading as expected, 20 min, set by the list"),
        (10, 5, "given", "its reading as expected, 20 min, set by the list"),
        (80, 10, "learned", "40 min, half its reading as it was timed"),
        (8, 4, "learned", "16 min, twice its reading as it was timed"),
    ],
)
def test_its_own_reading_says_more_than_its_list_and_its_revisits_follow_if_it_is_far_off(
    took: int, minutes: int, source: str, quarter: str
) -> None:
    one = resource(7, minutes=20)
    pace = learn([Timing(one, is_revisit=False, minutes=took)])
    assert pace.reading(one) == (took, "learned", "as it was timed")
    assert pace.revisit(one) == (minutes, source, f"a quarter of {quarter}")


def test_revisits_of_a_default_reading_that_was_timed_are_expected_as_before() -> None:
    pace = learn([Timing(resource(7), is_revisit=False, minutes=25)])
    expected = (4, "default", "a quarter of its reading as expected, 15 min")
    assert pace.revisit(resource(7)) == expected


def test_minutes_that_are_set_by_hand_say_more_than_its_own_reading() -> None:
    one = resource(7)._replace(minutes=40, minutes_given=True)
    pace = learn([Timing(one, is_revisit=False, minutes=300)])
    assert pace.reading(one) == (40, "given", "set by hand")
    quarter = "a quarter of its reading, 40 min, set by hand"
    assert pace.revisit(one) == (10, "given", quarter)
    applied = pace.planned(one)
    assert (applied.minutes, applied.again_minutes) == (40, 10)


def test_revisits_are_learned_against_the_minutes_that_are_set_by_hand() -> None:
    by_hand = [resource(n)._replace(minutes=40, minutes_given=True) for n in range(40)]
    timings = [Timing(one, is_revisit, 10) for one in by_hand for is_revisit in (False, True)]
    told = learn(timings).revisit(by_hand[0])
    assert told[:2] == (10, "learned"), "they took the quarter of it that was expected"
    assert told.why.endswith("without them a quarter of its reading, 40 min, set by hand")


def test_its_own_reading_is_planned_with_before_anything_else_is_learned() -> None:
    given = resource(7, minutes=20)
    pace = learn([Timing(given, is_revisit=False, minutes=80)])
    assert not pace.groups
    applied = pace.planned(given)
    assert (applied.minutes, applied.again_minutes) == (80, 10)
    assert pace.planned(resource(8, minutes=20)) == resource(8, minutes=20)


def test_what_is_set_by_hand_is_given_even_where_it_is_the_default() -> None:
    pace = learn(readings([60] * 50))
    by_hand = resource()._replace(minutes_given=True)
    assert pace.reading(by_hand)[:2] == (15, "given")
    assert pace.reading(resource()).source == "learned"


@pytest.mark.parametrize(("times", "minutes"), [(1, 15), (4, 20), (12, 25), (400, 30)])
def test_a_kind_is_learned_the_more_the_more_times_there_are(times: int, minutes: int) -> None:
    pace = learn(readings([30] * times, host=""))
    assert pace.reading(resource())[:2] == (minutes, "learned")
    assert pace.reading(resource(kind="paper"))[:2] == (60, "default")


def test_one_clock_that_ran_on_moves_next_to_nothing() -> None:
    usual = learn(readings([15] * 9, host=""))
    outlier = learn(readings([*[15] * 9, 600], host=""))
    assert outlier.reading(resource()).minutes == usual.reading(resource()).minutes == 15


@pytest.mark.parametrize("steady", [15, 5, 45])
@pytest.mark.parametrize("times", [0, 1, 2, 3, 10])
@pytest.mark.parametrize("wild", [1, 300, 10_000])
def test_one_wild_time_moves_an_estimate_by_half_at_most(
    steady: int, times: int, wild: int
) -> None:
    one = resource()
    before = learn(readings([steady] * times)).reading(one).minutes
    after = learn(readings([*[steady] * times, wild])).reading(one).minutes
    assert before / 1.5 - 1 <= after <= before * 1.5 + 1


@pytest.mark.parametrize(
    ("times", "minutes"),
    [([300], 16), ([1], 12), ([15, 300], 15), ([15, 1], 15), ([300, 15, 15], 15)],
)
def test_a_single_time_twenty_times_off_makes_12_or_16_minutes_of_15(
    times: list[int], minutes: int
) -> None:
    assert learn(readings(times)).reading(resource()).minutes == minutes


def test_twenty_times_that_agree_are_all_but_believed() -> None:
    assert learn(readings([30] * 20)).reading(resource()).minutes == 29
    assert learn(readings([5] * 20)).reading(resource()).minutes in range(5, 7)


@pytest.mark.parametrize(
    ("varied", "minutes"),
    [
        ([11, 14, 17, 20, 23, 26, 29], 15),  # expected to be quick, and now and then it is
        ([6, 8, 10, 12, 14, 18, 24], 12),  # most are quicker: the median
        ([18, 20, 22, 24, 26, 28, 30], 20),  # all are slower: the quickest fifth
    ],
)
def test_the_expected_time_stays_while_it_lies_among_the_quicker_ones(
    varied: list[int], minutes: int
) -> None:
    pace = learn(readings(varied * 60, host=""))
    assert pace.reading(resource()).minutes == minutes
    assert pace.reading(resource()).why.startswith("from the quicker of 420 times of yours")


@pytest.mark.parametrize(("taken", "minutes"), [(1, 5), (200, 30)])
def test_at_most_a_third_or_twice_the_expected_minutes_are_learned(
    taken: int, minutes: int
) -> None:
    pace = learn([*readings([taken] * 400), *readings([15] * 100, host="usual.example")])
    assert pace.reading(resource()).minutes == minutes
    assert pace.revisit(resource(99)).minutes == revisit_minutes(15)


def test_longer_plans_and_longer_times_do_not_drive_each_other() -> None:
    timings: list[Timing] = []
    for number in range(100, 300):
        planned = learn(timings).reading(resource(number)).minutes
        timings.append(Timing(resource(number), is_revisit=False, minutes=round(1.8 * planned)))
    assert learn(timings).reading(resource()).minutes <= 30


def test_a_site_is_learned_on_top_of_its_kind() -> None:
    slow = [
        one._replace(resource=one.resource._replace(id=500 + number))
        for number, one in enumerate(readings([29] * 20, host="slow.example"))
    ]
    pace = learn([*slow, *readings([15] * 40)])
    assert pace.reading(resource(host="slow.example")).minutes > 25
    assert pace.reading(resource(host="other.example")).minutes == 15
    why = pace.reading(resource(host="slow.example")).why
    assert "60 times of yours for this kind (article), 20 of them at slow.example;" in why
    why = pace.reading(resource(host="other.example")).why
    assert "60 times of yours for this kind (article);" in why


def test_a_single_time_is_one_time() -> None:
    assert (
        "1 time of yours for this kind (article);"
        in learn(readings([30], host="")).reading(resource()).why
    )


@pytest.mark.parametrize(
    ("language", "length", "minutes", "said"),
    [("zh", 6000, 20, "characters"), ("en", 4000, 20, "words"), ("en", 1, 1, "word")],
)
def test_a_text_of_known_length_is_counted_in_characters_or_words(
    language: str, length: int, minutes: int, said: str
) -> None:
    estimate = Pace().reading(resource(language=language, length=length))
    assert estimate[:2] == (minutes, "default")
    assert estimate.why.startswith(f"{length} {said} at ")


def test_the_reading_speed_of_a_language_is_learned() -> None:
    slowly = [
        Timing(resource(number, language="zh", length=3000), is_revisit=False, minutes=20)
        for number in range(40)
    ]
    pace = learn(slowly)
    assert pace.reading(resource(99, language="zh", length=30_000)).minutes in range(180, 201)
    assert pace.reading(resource(99, language="en", length=20_000)).minutes == 100


def test_revisits_of_a_text_whose_length_is_known_are_learned_as_those_of_its_kind() -> None:
    pace = learn([Timing(resource(number), is_revisit=True, minutes=8) for number in range(40)])
    text = resource(99, language="zh", length=4500)
    assert pace.revisit(text).source == "learned"
    assert pace.revisit(text).minutes == pace.revisit(resource(98)).minutes == 8


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
    assert "for this kind (article)" in told.why


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
    by_hand = resource(7, wanted, 25)._replace(minutes_given=True)
    others = resource(7, wanted, host=host), resource(99, wanted, 20), resource(99, length=900)
    for one in (by_hand, *others):
        applied = pace.planned(one)
        assert applied.minutes == pace.reading(one).minutes
        assert applied.revisit_minutes == pace.revisit(one).minutes


def test_planning_with_minutes_that_are_planned_already_changes_nothing() -> None:
    pace = Pace(own={8: 50})
    once = pace.planned(resource(8, minutes=20))
    assert once.minutes == 50
    assert pace.planned(once) is once

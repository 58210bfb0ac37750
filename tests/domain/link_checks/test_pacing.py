"""Each host is asked at most once in ten seconds, and all links as soon as that allows."""

from collections import defaultdict
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from recall.domain.link_checks.pacing import (
    GAP_SECONDS,
    LONGEST_WAIT_SECONDS,
    LinkToCheck,
    Pacing,
    expected_seconds,
)


def links(*hosts: str) -> list[LinkToCheck]:
    return [
        LinkToCheck(number, f"Title {number}", f"https://{host}/{number}", host)
        for number, host in enumerate(hosts, 1)
    ]


def played(
    pacing: Pacing, seconds: float = 0.0, at_once: int = 100
) -> list[tuple[float, LinkToCheck]]:
    """Ask for all links, each answer taking so long; return when each was asked for."""
    now, asked = 0.0, list[tuple[float, LinkToCheck]]()
    flying: list[tuple[float, LinkToCheck]] = []
    while True:
        while len(flying) < at_once and (link := pacing.take(now)) is not None:
            asked.append((now, link))
            flying.append((now + seconds, link))
        wait = pacing.wait(now) if len(flying) < at_once else None
        moments = [] if wait is None else [now + wait]
        moments += [moment for moment, _ in flying]
        if not moments:
            return asked
        now = min(moments)
        for arrived in [one for one in flying if one[0] <= now]:
            flying.remove(arrived)
            pacing.answered(arrived[1], now)


def test_two_links_of_a_host_wait_for_each_other() -> None:
    moments = [moment for moment, _ in played(Pacing(links("a", "a", "a")), seconds=1)]
    assert moments == [0, 11, 22]


def test_hosts_do_not_wait_for_each_other() -> None:
    asked = played(Pacing(links("a", "a", "b", "c")))
    assert [(moment, link.host) for moment, link in asked] == [
        (0, "a"),
        (0, "b"),
        (0, "c"),
        (GAP_SECONDS, "a"),
    ]


def test_links_of_one_host_are_asked_in_their_order() -> None:
    assert [link.resource_id for _, link in played(Pacing(links("a", "a", "a")))] == [1, 2, 3]


def test_the_host_with_the_most_links_goes_first() -> None:
    asked = played(Pacing(links("b", "c", "a", "a", "a")), at_once=1)
    assert asked[0][1].host == "a"


def test_nobody_is_asked_while_all_hosts_that_wait_are_being_asked() -> None:
    pacing = Pacing(links("a", "a"))
    link = pacing.take(0)
    assert link is not None
    assert pacing.take(100) is None
    assert pacing.wait(100) is None
    pacing.answered(link, 100)
    assert pacing.wait(100) == GAP_SECONDS
    assert [one.resource_id for one in pacing.waiting] == [2]


def test_a_host_that_a_link_led_to_rests_as_well() -> None:
    pacing = Pacing(links("a", "b"))
    first = pacing.take(0)
    assert first is not None
    pacing.answered(first, 1, hosts=["b"])
    assert pacing.take(1) is None
    assert pacing.wait(1) == GAP_SECONDS


def test_a_short_pause_that_a_host_asks_for_is_kept() -> None:
    pacing = Pacing(links("a", "a"))
    first = pacing.take(0)
    assert first is not None
    pacing.answered(first, 0, retry_after=25)
    assert pacing.wait(0) == 25
    assert pacing.left_alone == []


def test_a_host_that_asks_for_a_long_pause_is_left_alone() -> None:
    pacing = Pacing(links("a", "a", "b", "a"))
    first = pacing.take(0)
    assert first is not None
    pacing.answered(first, 0, retry_after=int(LONGEST_WAIT_SECONDS) + 1)
    assert [link.resource_id for link in pacing.left_alone] == [2, 4]
    assert [link.host for _, link in played(pacing)] == ["b"]


def test_the_pause_is_that_of_the_host_that_asked_for_it() -> None:
    pacing = Pacing(links("a", "b", "a"))
    first = pacing.take(0)
    assert first is not None
    pacing.answered(first, 0, hosts=["b"], retry_after=3600)
    assert [link.host for link in pacing.left_alone] == ["b"]
    assert pacing.wait(0) == GAP_SECONDS


def test_a_host_that_no_question_reached_need_not_rest() -> None:
    pacing = Pacing(links("a", "a"))
    first = pacing.take(0)
    assert first is not None
    pacing.unreached(first)
    assert pacing.take(0) is not None


def test_a_host_that_says_nothing_twice_in_a_row_is_left_alone() -> None:
    pacing = Pacing(links("a", "a", "a", "a", "a", "a"))
    for moment, is_silent in ((0, True), (10, False), (20, True), (30, True)):
        link = pacing.take(moment)
        assert link is not None
        assert pacing.left_alone == []
        if is_silent:
            pacing.silent(link, moment)
        else:
            pacing.answered(link, moment)
        assert pacing.take(moment) is None
    assert [link.resource_id for link in pacing.left_alone] == [5, 6]


def test_a_shorter_rest_does_not_end_a_longer_one() -> None:
    pacing = Pacing(links("a"))
    pacing.rest("a", 25, 0)
    pacing.rest("a", 1, 0)
    assert pacing.wait(0) == 25


def test_a_rest_that_is_over_is_none() -> None:
    pacing = Pacing(links("a"))
    pacing.rest("a", -5, 0)
    assert pacing.wait(0) == 0
    assert pacing.take(0) is not None


def test_what_it_takes_is_what_the_host_with_most_links_takes() -> None:
    assert expected_seconds([]) == 0
    assert expected_seconds(links("a")) < 10
    assert expected_seconds(links(*"abcdefgh")) < 10
    assert 240 < expected_seconds(links(*("a" * 25), *"bcdefgh")) < 300


@given(st.lists(st.sampled_from("abcde"), max_size=40), st.integers(1, 8), st.floats(0, 25))
def test_every_link_is_asked_for_once_and_never_too_early(
    hosts: list[str], at_once: int, seconds: float
) -> None:
    asked = played(Pacing(links(*hosts)), seconds, at_once)
    assert sorted(link.resource_id for _, link in asked) == list(range(1, len(hosts) + 1))
    by_host: dict[str, list[float]] = defaultdict(list)
    for moment, link in asked:
        by_host[link.host].append(moment)
    for moments in by_host.values():
        gaps = [later - earlier for earlier, later in pairwise(moments)]
        assert all(gap >= GAP_SECONDS + seconds - 1e-6 for gap in gaps)
    if asked and at_once > 4:  # as soon as the host with the most links allows
        most = max(map(len, by_host.values()))
        last = max(moment for moment, _ in asked)
        assert abs(last - (most - 1) * (GAP_SECONDS + seconds)) < 1e-6

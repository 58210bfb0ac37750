"""The pauses between two visits of a host."""

import pytest

from recall.fetching.answer import AskLimits, NoAnswer
from testing.network.sites import Watch, redirect, reply, serving

PAGE = "https://example.org/page"


def test_a_host_is_visited_once_in_ten_seconds() -> None:
    watch = Watch()
    with serving({"example.org/page": redirect("/end"), "example.org/end": reply()}) as sites:
        network = sites.network(watch)
        network.ask(PAGE)
        assert watch.slept == []
        network.ask("https://other.example/")
        watch.now += 4
        assert network.seconds_until("http://example.org/else") == 6
        network.ask("http://example.org/else", AskLimits(seconds=3))
    assert watch.slept == [6]
    assert network.seconds_until("no address") == 0


DATED = {"Date": "Sun, 29 Nov 2026 20:00:00 GMT"}
SPENT = {"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": "1795982490"}
PAUSES = [
    ("429 Too Many Requests", {"Retry_After": "20"}, 20),
    ("503 Service Unavailable", {"Retry_After": "1"}, 10),
    ("429 Too Many Requests", {}, 60),
    ("429 Too Many Requests", {"Retry_After": "soon"}, 60),
    ("429 Too Many Requests", {"Retry_After": "Sun, 29 Nov 2026 20:00:25 GMT"}, 60),
    ("429 Too Many Requests", {"Retry_After": "Sun, 29 Nov 2026 20:00:25 GMT"} | DATED, 25),
    (
        "403 Forbidden",
        SPENT | DATED,
        90,
    ),
    ("403 Forbidden", {"Retry_After": "99"}, 10),
    ("200 OK", {"Retry_After": "99"}, 10),
]


@pytest.mark.parametrize(("status", "headers", "seconds"), PAUSES)
def test_a_host_has_the_pause_that_it_asks_for(
    status: str, headers: dict[str, str], seconds: float
) -> None:
    with serving({"example.org/page": reply(status=status, **headers)}) as sites:
        network = sites.network()
        network.ask(PAGE)
        assert network.seconds_until(PAGE) == seconds


def test_a_host_that_asks_for_a_long_pause_is_left_alone() -> None:
    answer = reply(status="429 Too Many Requests", Retry_After="300")
    with serving({"example.org/page": answer}) as sites:
        network = sites.network()
        network.ask(PAGE)
        with pytest.raises(NoAnswer, match=r"example\.org asks not to be asked for 5 min"):
            network.ask(PAGE)
    assert len(sites.asked) == 1

"""Many pages are asked, each host in its turn, and one that refuses is left alone."""

import pytest

from recall.errors import RecallError
from recall.fetching.answer import NoAnswer
from recall.fetching.connection import WebServer
from recall.fetching.deadline import Deadline
from recall.fetching.network import Network
from recall.usecases.pages import asking
from recall.usecases.pages.asking import ask_all, refuse_without_extra
from testing.network.sites import Watch, redirect, reply, serving


def test_a_host_that_may_be_asked_comes_before_one_that_may_not() -> None:
    watch, shown = Watch(), list[tuple[int, str, float]]()
    urls = [f"https://{host}.example/{number}" for host in "ab" for number in (1, 2)]
    with serving({}) as sites:
        network = sites.network(watch)
        looked = list(ask_all(network, urls, progress=lambda *told: shown.append(told)))
    assert [one.url for one in looked] == [urls[0], urls[2], urls[1], urls[3]]
    assert [number for number, _, _ in shown] == [1, 2, 3, 4]
    assert [seconds for _, _, seconds in shown] == [0, 0, 10, 0]
    assert watch.slept == [10]


def test_a_host_that_refuses_twice_is_left_alone() -> None:
    urls = [f"https://zhihu.com/{number}" for number in range(5)] + ["https://b.example/1"]
    answers = {f"zhihu.com/{number}": reply(status="403 Forbidden") for number in range(5)}
    with serving(answers) as sites:
        looked = {one.url: one for one in ask_all(sites.network(), urls)}
    assert len(sites.asked) == 3
    assert [looked[url].left_alone for url in urls] == [False, False, True, True, True, False]


def test_pages_that_are_not_there_are_no_refusals() -> None:
    urls = [f"https://a.example/{number}" for number in range(4)]
    with serving({}) as sites:
        looked = list(ask_all(sites.network(), urls))
    assert {one.problem.reason for one in looked if one.problem} == {"gone"}
    assert len(sites.asked) == 4


def test_without_a_network_nothing_more_is_tried() -> None:
    tried: list[str] = []

    def away(server: WebServer, _: Deadline) -> None:
        tried.append(server.host)
        raise NoAnswer("offline", f"the name {server.host} cannot be looked up now")

    urls = [f"https://{host}.example/" for host in "abcdef"]
    network = Network(away, sleep=lambda _: None)  # type: ignore[arg-type]
    looked = list(ask_all(network, urls))
    assert len(tried) == 2
    assert [one.left_alone for one in looked] == [False, False, True, True, True, True]


def test_a_page_in_the_own_network_behind_a_redirect_is_one_line() -> None:
    with serving({"/": redirect("http://192.168.0.1/admin")}) as sites:
        (looked,) = ask_all(sites.local(), [f"http://127.0.0.1:{sites.port}/"])
    assert looked.problem is not None
    assert str(looked.problem) == "192.168.0.1 is an address of your own network"


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_without_extra()
    monkeypatch.setattr(asking, "is_installed", lambda: False)
    with pytest.raises(RecallError, match=r"pip install 'recall-reading\[fetch\]'"):
        refuse_without_extra()

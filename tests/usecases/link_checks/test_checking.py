"""A round through links: what is noted, in what order, and what happens when nothing answers."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from recall.domain.link_checks.answer import LinkAnswer, Redirect
from recall.domain.link_checks.finding import Finding
from recall.storage.tables.link_checks import findings
from recall.usecases.context import Context
from recall.usecases.history import history
from recall.usecases.link_checks.asking import Ask
from recall.usecases.link_checks.checking import SILENT_HOSTS, Checked, Offline, Round
from recall.usecases.link_checks.choosing import chosen_links, chosen_resources
from recall.usecases.resources.shelving import archive
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.libraries.factories import NOW, at, catalog, entry, make_library, titled
from testing.network.link_answers import Answers, Nothing, nobody, silence

DAY = timedelta(days=1)
HOSTS = 6


@pytest.fixture
def library(sqlite_url: str) -> Iterator[Context]:
    """Resource 1 to 6, each on a site of its own."""
    listed = [entry(f"R{number}", url(number)) for number in range(1, HOSTS + 1)]
    context = make_library(sqlite_url, catalog(*listed))
    yield context
    context.store.close()


def url(number: int) -> str:
    return f"https://site{number}.example/post/{number}"


def a_round(context: Context, gap: float = 0, at_once: int = 8) -> Round:
    links = chosen_links(context, chosen_resources(context)).links
    return Round(context, links, lambda: context.now, gap, at_once)


def checked(context: Context, ask: Ask) -> dict[int, Finding]:
    return {link.resource_id: finding for link, finding in a_round(context).run(ask)}


def outcomes(context: Context) -> dict[int, str]:
    return {number: one.outcome for number, one in findings.present(context.store).items()}


def test_every_link_is_asked_once_and_what_is_found_is_noted(library: Context) -> None:
    moved = Redirect(301, "https://new.example/post/2")
    door = Answers(
        {
            url(2): LinkAnswer(url(2), 200, (moved,)),
            url(3): LinkAnswer(url(3), 403),
            url(4): LinkAnswer(url(4), 404),
            url(5): nobody(url(5)),
            url(6): silence(url(6)),
        }
    )
    found = checked(library, door)
    assert sorted(door.asked) == [url(number) for number in range(1, HOSTS + 1)]
    assert outcomes(library) == {
        1: "ok",
        2: "moved",
        3: "blocked",
        4: "failing",
        5: "failing",
        6: "unclear",
    }
    assert findings.present(library.store) == found
    assert found[2].moved_to == moved.url
    assert found[1].checked_at == NOW
    assert doctor(library) == []


def test_three_rounds_over_seven_days_find_that_a_page_is_gone(library: Context) -> None:
    door = Answers({url(4): LinkAnswer(url(4), 410), url(5): nobody(url(5))})
    for day, outcome in ((0, "failing"), (3, "failing"), (7, "gone"), (8, "gone")):
        checked(at(library, NOW + day * DAY), door)
        assert {outcomes(library)[number] for number in (4, 5)} == {outcome}
    assert doctor(library) == []
    checked(at(library, NOW + 9 * DAY), Answers())
    assert set(outcomes(library).values()) == {"ok"}


def test_a_round_is_no_action_that_undo_takes_back(library: Context) -> None:
    archive(library, titled(library, "R1"))
    before = history(library, 10)
    checked(library, Answers())
    assert history(library, 10) == before
    undo(library)
    assert titled(library, "R1").status == "unread"
    assert len(findings.present(library.store)) == HOSTS - 1


def test_nothing_is_noted_if_nothing_answers(library: Context) -> None:
    door = Nothing()
    with pytest.raises(Offline, match="is this computer online"):
        checked(library, door)
    assert outcomes(library) == {}
    assert len(door.asked) == HOSTS


def test_a_network_that_is_down_is_seen_before_all_are_asked(sqlite_url: str) -> None:
    listed = [entry(f"R{number}", url(number)) for number in range(100)]
    library = make_library(sqlite_url, catalog(*listed))
    door = Nothing()
    with library.store, pytest.raises(Offline):
        checked(library, door)
    assert SILENT_HOSTS <= len(door.asked) < 2 * SILENT_HOSTS


def test_two_hosts_that_are_silent_are_the_network(library: Context) -> None:
    links = chosen_links(library, chosen_resources(library, ["1", "2"])).links
    with pytest.raises(Offline):
        list(Round(library, links, lambda: NOW, 0).run(Nothing()))
    assert outcomes(library) == {}


def test_a_network_that_is_down_is_seen_though_one_site_has_many_links(sqlite_url: str) -> None:
    listed = [entry(f"R{n}", f"https://{host}.example/{n}") for n, host in enumerate("aaaaaaaaab")]
    library = make_library(sqlite_url, catalog(*listed))
    asked = list[str]()

    def nothing(address: str) -> LinkAnswer:
        asked.append(address)
        return silence(address)

    with library.store, pytest.raises(Offline):
        checked(library, nothing)
    assert len(asked) <= 4


def test_a_single_host_that_there_is_not_is_noted(library: Context) -> None:
    links = chosen_links(library, chosen_resources(library, ["1"])).links
    list(Round(library, links, lambda: NOW, 0).run(Nothing()))
    assert outcomes(library) == {1: "failing"}


def test_silence_before_the_first_answer_is_noted_with_it(library: Context) -> None:
    door = Answers({url(number): nobody(url(number)) for number in (1, 2, 3)})
    links = chosen_links(library, chosen_resources(library)).links
    found = list(Round(library, links, lambda: NOW, 0, at_once=1).run(door))
    assert [one.link.resource_id for one in found] == [1, 2, 3, 4, 5, 6]
    assert outcomes(library)[1] == "failing"


@pytest.mark.parametrize("number", [1, 6])
def test_an_address_that_nobody_was_asked_for_tells_nothing_of_the_network(
    library: Context, number: int
) -> None:
    """One in the own network is refused before anything is sent."""
    refused = LinkAnswer(url(number), problem="it is in your own network", heard=None)

    def door(asked: str) -> LinkAnswer:
        return refused if asked == refused.url else nobody(asked)

    with pytest.raises(Offline):
        list(a_round(library, at_once=1).run(door))
    assert outcomes(library) == {number: "unclear"}


def test_what_was_found_before_an_interruption_is_kept(library: Context) -> None:
    through = a_round(library, at_once=1).run(Answers())
    next(through), next(through)  # the person presses Ctrl-C
    through.close()
    assert outcomes(library) == {1: "ok", 2: "ok"}
    again = chosen_links(at(library, NOW + DAY), chosen_resources(library)).links
    assert [link.resource_id for link in again] == [3, 4, 5, 6, 1, 2]


def test_an_error_of_the_program_is_no_answer(library: Context) -> None:
    def broken(_: str) -> LinkAnswer:
        raise LookupError("a bug")

    with pytest.raises(LookupError):
        checked(library, broken)


def test_a_site_that_was_asked_a_moment_ago_is_left_alone_for_a_while(library: Context) -> None:
    checked(library, Answers())
    later = at(library, NOW + timedelta(seconds=9.9))
    through = a_round(later, gap=10)
    assert through.seconds_left > 0
    found = list(through.run(Answers()))
    assert len(found) == HOSTS


def test_a_site_that_asked_for_a_long_pause_is_not_asked_in_the_next_round(
    library: Context,
) -> None:
    busy = LinkAnswer(url(3), 429, retry_after=3600)
    checked(library, Answers({url(3): busy}))
    door = Answers()
    through = a_round(at(library, NOW + timedelta(minutes=50)))
    assert len(list(through.run(door))) == HOSTS - 1
    assert url(3) not in door.asked
    assert [link.resource_id for link in through.left_alone] == [3]
    assert through.total == HOSTS
    assert len(checked(at(library, NOW + timedelta(minutes=61)), Answers())) == HOSTS


def test_a_link_that_led_to_a_site_that_wants_a_pause_is_not_asked_either(library: Context) -> None:
    led = (Redirect(302, "https://busy.example/3"),)
    checked(library, Answers({url(3): LinkAnswer(url(3), 429, led, retry_after=3600)}))
    door = Answers()
    list(a_round(at(library, NOW + timedelta(minutes=5))).run(door))
    assert url(3) not in door.asked


def test_a_clock_that_was_ahead_keeps_no_site_waiting(library: Context) -> None:
    busy = LinkAnswer(url(3), 429, retry_after=3600)
    checked(at(library, NOW + 400 * DAY), Answers({url(3): busy}))
    through = a_round(library, gap=10)
    assert len(list(through.run(Answers()))) == HOSTS


def test_links_of_one_host_wait_and_those_of_others_do_not(sqlite_url: str) -> None:
    listed = [entry(f"R{n}", f"https://{host}.example/{n}") for n, host in enumerate("aaab")]
    library = make_library(sqlite_url, catalog(*listed))
    with library.store:
        door = Answers()
        assert len(list(a_round(library, gap=0.1).run(door))) == len(listed)
        assert sorted(asked[8] for asked in door.asked[:2]) == ["a", "b"]


def test_a_checked_link_names_its_resource(library: Context) -> None:
    first = next(a_round(library, at_once=1).run(Answers()))
    assert isinstance(first, Checked)
    assert (first.link.resource_id, first.link.title, first.link.host) == (1, "R1", "site1.example")

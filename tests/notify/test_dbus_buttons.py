"""Buttons, clicks and replacing, against a real bus and a recording server."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from recall.domain.reminders.message import Message
from recall.notify.dbus_buttons import DbusButtons
from testing.desktop.dbus_server import Bus, notification_server, wait_for
from testing.desktop.notifications import check_failure

MESSAGE = Message(
    "3 due · ~25 min",
    "next: VLLM论文 <Q&A>",
    "2027-01-01@09:00",
    (("review", "Start review"), ("snooze", "Snooze 1 h"), ("tomorrow", "Tomorrow")),
    "https://example.org/a",
)

NEXT_SLOT = MESSAGE._replace(slot="2027-01-01@19:00")


@pytest.fixture
def buttons(desktop) -> Iterator[DbusButtons]:
    with closing(DbusButtons(desktop, "linux", seconds=0.5)) as made:
        yield made


class Clicks(list[tuple[Message, str]]):
    """What a backend reports, collected by looking again and again."""

    def of(self, buttons: DbusButtons, count: int) -> list[tuple[Message, str]]:
        def look() -> bool:
            buttons.listen(lambda message, key: self.append((message, key)))
            return len(self) >= count

        wait_for(look, f"{count} clicks are reported")
        return list(self)


def test_the_server_gets_the_text_and_the_buttons(buttons, server):
    assert buttons.send(MESSAGE).delivered
    (shown,) = server.shown
    assert shown.app_name == "recall"
    assert shown.title == "3 due · ~25 min"
    assert shown.body == "next: VLLM论文 &lt;Q&amp;A&gt;"
    assert shown.actions[2:] == [
        "review", "Start review", "snooze", "Snooze 1 h", "tomorrow", "Tomorrow"
    ]  # fmt: skip
    assert shown.actions[0] == "default"
    assert (shown.icon, shown.hints["urgency"]) == ("", ("y", 1))


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("Plasma", ("s", "recall-reading")),
        ("dunst", ("s", "recall-reading")),
        ("gnome-shell", None),
    ],
)
def test_a_desktop_learns_of_recalls_entry_unless_it_would_remove_the_message_with_the_sender(
    bus: Bus, buttons, name: str, entry: tuple[str, str] | None
):
    with notification_server(bus, name=name) as server:
        assert buttons.send(MESSAGE).delivered
    assert server.shown[0].hints.get("desktop-entry") == entry


NORMAL, CRITICAL = 1, 2


@pytest.mark.parametrize(
    ("name", "stays", "urgency", "timeout"),
    [
        ("Plasma", False, NORMAL, -1),
        ("Plasma", True, NORMAL, 0),
        ("dunst", True, NORMAL, 0),
        ("gnome-shell", False, NORMAL, -1),
        ("gnome-shell", True, CRITICAL, 0),
        ("cinnamon", True, CRITICAL, 0),
    ],
)
def test_a_message_stays_where_that_is_wanted_in_the_way_that_the_desktop_knows(
    bus: Bus, buttons, name: str, stays: bool, urgency: int, timeout: int
):
    with notification_server(bus, name=name) as server:
        assert buttons.send(MESSAGE._replace(stays=stays)).delivered
    (shown,) = server.shown
    assert (shown.hints["urgency"], shown.timeout) == (("y", urgency), timeout)


@pytest.mark.parametrize(("stays", "closed"), [(True, [1]), (False, [])])
def test_a_message_that_stays_goes_away_when_its_button_is_clicked(
    buttons, server, stays: bool, closed: list[int]
):
    buttons.send(MESSAGE._replace(stays=stays))
    server.emit("ActionInvoked", "us", 1, "review")  # and it leaves the message where it is
    assert [key for _, key in Clicks().of(buttons, 1)] == ["review"]
    wait_for(lambda: server.closed == closed, "it is closed, or is not")
    buttons.send(MESSAGE._replace(stays=stays))
    assert server.shown[1].replaces == (0 if stays else 1)


def test_a_message_that_stays_and_whose_server_is_gone_after_the_click_is_no_trouble(
    buttons, server
):
    buttons.send(MESSAGE._replace(stays=True))
    server.hangs_at = "CloseNotification"
    server.emit("ActionInvoked", "us", 1, "review")
    assert [key for _, key in Clicks().of(buttons, 1)] == ["review"]


def test_a_server_that_does_not_say_its_name_gets_the_message_all_the_same(
    bus: Bus, buttons, server
):
    server.hangs_at = "GetServerInformation"
    assert buttons.send(MESSAGE._replace(stays=True)).delivered
    assert server.shown[0].timeout == 0
    assert "desktop-entry" not in server.shown[0].hints


def test_a_message_without_buttons_has_nothing_to_click(buttons, server):
    assert buttons.send(MESSAGE._replace(actions=())).delivered
    assert server.shown[0].actions == []


def test_a_server_without_markup_or_actions_gets_neither(bus: Bus, buttons):
    with notification_server(bus, ("body",)) as server:
        assert buttons.send(MESSAGE).delivered
        assert server.shown[0].body == "next: VLLM论文 <Q&A>"
        assert server.shown[0].actions == []


def test_a_second_message_of_a_slot_takes_the_place_of_the_first(buttons, server):
    for message in (MESSAGE, NEXT_SLOT, MESSAGE, MESSAGE):
        buttons.send(message)
    assert [(one.replaces, one.number) for one in server.shown] == [(0, 1), (0, 2), (1, 1), (1, 1)]


def test_one_that_was_dismissed_is_not_replaced_but_shown_anew(buttons, server):
    buttons.send(MESSAGE)
    buttons.send(NEXT_SLOT)
    server.close_notification(1)
    server.click(2, "review")
    Clicks().of(buttons, 1)  # what came before it has been read as well
    buttons.send(MESSAGE)
    assert server.shown[2].replaces == 0


@pytest.mark.parametrize("key", ["default", "review", "snooze", "tomorrow"])
def test_a_click_names_its_message_and_its_action(buttons, server, key):
    buttons.send(NEXT_SLOT)
    buttons.send(MESSAGE)
    server.click(2, key)
    assert Clicks().of(buttons, 1) == [(MESSAGE, key)]


def test_clicks_that_come_while_another_message_is_sent_are_not_lost(buttons, server):
    buttons.send(MESSAGE)
    server.click(1, "snooze")
    buttons.send(NEXT_SLOT)
    server.click(2, "review")
    assert Clicks().of(buttons, 2) == [(MESSAGE, "snooze"), (NEXT_SLOT, "review")]


def test_a_click_is_reported_once(buttons, server):
    buttons.send(MESSAGE)
    server.click(1, "review")
    clicks = Clicks()
    clicks.of(buttons, 1)
    buttons.listen(lambda *_: pytest.fail("reported again"))


@pytest.mark.parametrize(
    ("signal", "signature", "values"),
    [
        ("ActionInvoked", "us", (99, "review")),
        ("ActionInvoked", "uu", (1, 1)),
        ("ActionInvoked", "", ()),
        ("NotificationClosed", "uu", (99, 1)),
        ("ActivationToken", "us", (1, "token")),
        ("Unheard", "s", ("of",)),
    ],
)
def test_signals_about_other_things_are_passed_over(buttons, server, signal, signature, values):
    buttons.send(MESSAGE)
    server.emit(signal, signature, *values)
    server.click(1, "review")
    assert Clicks().of(buttons, 1) == [(MESSAGE, "review")]


def test_only_the_server_itself_is_believed(bus, buttons, server):
    from jeepney import DBusAddress, new_signal
    from jeepney.io.blocking import open_dbus_connection

    buttons.send(MESSAGE)
    name = "org.freedesktop.Notifications"
    emitter = DBusAddress("/org/freedesktop/Notifications", interface=name)
    with open_dbus_connection(bus.address) as stranger:
        stranger.send(new_signal(emitter, "ActionInvoked", "us", (1, "tomorrow")))
        stranger.send_and_get_reply(_ping(), timeout=2)  # the signal has gone out by now
    server.click(1, "review")
    assert Clicks().of(buttons, 1) == [(MESSAGE, "review")]


def _ping():
    from jeepney import message_bus

    return message_bus.GetId()


def test_listening_before_anything_was_sent_costs_nothing(environ):
    DbusButtons(environ, "linux").listen(lambda *_: pytest.fail("nobody clicked"))


def test_a_server_that_hangs_is_given_up_and_found_again(buttons, server):
    server.hangs = True
    started = time.monotonic()
    delivery = buttons.send(MESSAGE)
    assert time.monotonic() - started < 2
    check_failure(delivery, "dbus")
    assert "did not answer" in delivery.reason
    server.hangs = False
    assert buttons.send(MESSAGE).delivered
    assert len(server.shown) == 1


def test_a_server_that_hangs_is_a_problem_though_its_name_is_there(buttons, server):
    server.hangs = True
    problem = buttons.problem()
    check_failure(problem, "dbus")
    assert "did not answer" in problem.reason
    server.hangs = False
    assert buttons.problem() is None


def test_a_server_that_dies_while_it_is_asked_is_reported_at_once(buttons, server):
    server.hangs = True
    with ThreadPoolExecutor(1) as thread:
        sending = thread.submit(buttons.send, MESSAGE)
        wait_for(lambda: server.asked, "the server is asked")
        server.die()
        check_failure(sending.result(), "dbus")
    assert "NoReply" in sending.result().reason
    assert "did not answer" in sending.result().reason


def test_a_server_that_died_is_reported_and_its_numbers_forgotten(bus, buttons, server):
    buttons.send(MESSAGE)
    server.die()
    delivery = buttons.send(MESSAGE)
    assert "no notification server" in delivery.reason
    with notification_server(bus) as another:
        assert buttons.problem() is None
        assert buttons.send(MESSAGE).delivered
        assert another.shown[0].replaces == 0


def test_a_bus_that_died_is_reported_and_a_new_one_used(bus, buttons, server):
    buttons.send(MESSAGE)
    bus.stop()
    buttons.listen(lambda *_: pytest.fail("nobody clicked"))
    delivery = buttons.send(MESSAGE)
    check_failure(delivery, "dbus")
    assert "no session bus" in delivery.reason
    bus.start()
    with notification_server(bus) as another:
        assert buttons.send(MESSAGE).delivered
        another.click(1, "review")
        assert Clicks().of(buttons, 1) == [(MESSAGE, "review")]


def test_a_bus_that_is_frozen_is_given_up(bus, buttons, server):
    buttons.send(MESSAGE)
    with bus.frozen():
        started = time.monotonic()
        check_failure(buttons.send(MESSAGE), "dbus")
        buttons.close()
        check_failure(buttons.send(MESSAGE), "dbus")
        assert time.monotonic() - started < 3
    assert buttons.send(MESSAGE).delivered


def test_without_an_address_the_bus_of_the_runtime_folder_is_found(desktop, buttons, server):
    del desktop["DBUS_SESSION_BUS_ADDRESS"]
    assert buttons.send(MESSAGE).delivered


def test_an_address_that_has_gone_stale_does_not_hide_the_bus_that_is_there(
    desktop, buttons, server
):
    desktop["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent/bus;unix:abstract=/gone"
    assert buttons.send(MESSAGE).delivered


def test_asking_whether_it_can_deliver_shows_nothing(buttons, server):
    assert buttons.problem() is None
    assert server.shown == []


def test_closed_it_can_be_used_again(buttons, server):
    for _ in range(2):
        buttons.close()
        assert buttons.send(MESSAGE).delivered
    buttons.close()
    buttons.close()


def test_many_threads_can_use_it(buttons, server):
    messages = [MESSAGE._replace(slot=str(number)) for number in range(20)]
    with ThreadPoolExecutor(8) as threads:
        assert all(one.delivered for one in threads.map(buttons.send, messages))
    assert [one.number for one in server.shown] == list(range(1, 21))


def test_a_bus_that_cannot_start_the_server_it_knows_of_says_so(bus, buttons, tmp_path):
    (tmp_path / "broken.service").write_text(
        "[D-BUS Service]\nName=org.freedesktop.Notifications\nExec=/bin/false\n"
    )
    bus.stop()
    bus.start(services=tmp_path)
    problem = buttons.problem()
    check_failure(problem, "dbus")
    assert "no notification server" in problem.reason

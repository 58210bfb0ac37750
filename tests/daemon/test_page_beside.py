"""The background program serves the page while the setting says so."""

import logging
import socket
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection

import pytest

from recall.daemon import page_beside
from recall.daemon.page_beside import PageBeside
from recall.settings.table import Settings
from recall.web.serving import server
from recall.web.serving.running import devices, only_one, tell_where
from testing.commands.command_line import CommandLine
from testing.libraries.factories import NOW
from testing.web.browser import outside

LOG = logging.getLogger("recall.remind.test")


@pytest.fixture
def beside(planned: CommandLine, caplog: pytest.LogCaptureFixture) -> Iterator[PageBeside]:
    caplog.set_level(logging.INFO)
    page = PageBeside(lambda: outside(planned).library(), {}, LOG)
    yield page
    page.end()


@pytest.fixture
def wanted() -> Settings:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        return Settings(web_on=True, web_port=free.getsockname()[1])


def answered(settings: Settings, path: str = "/") -> int:
    with closing(HTTPConnection("127.0.0.1", settings.web_port, timeout=5)) as connection:
        connection.request("GET", path)
        return connection.getresponse().status


def test_it_serves_nothing_unless_it_is_set(beside: PageBeside, wanted: Settings) -> None:
    beside.tick(wanted._replace(web_on=False))
    with pytest.raises(ConnectionRefusedError):
        answered(wanted)
    assert beside.session_link(NOW) is None


def test_it_serves_the_page_from_one_tick_to_another(
    beside: PageBeside, wanted: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    beside.tick(wanted)
    beside.tick(wanted)
    assert answered(wanted) == 401
    beside.tick(wanted._replace(web_on=False))
    with pytest.raises(ConnectionRefusedError):
        answered(wanted)
    told = [f"the page is at http://127.0.0.1:{wanted.web_port}", "the page has ended"]
    assert [record.message for record in caplog.records if record.name == LOG.name] == told


def test_a_link_leads_to_the_session(beside: PageBeside, wanted: Settings) -> None:
    beside.tick(wanted)
    link = beside.session_link(NOW)
    assert link is not None
    assert link.startswith(f"http://127.0.0.1:{wanted.web_port}/enter/")
    assert link.endswith("?to=session")
    assert answered(wanted, link.partition(str(wanted.web_port))[2]) == 200


def test_a_page_that_another_program_serves_is_left_to_it(
    beside: PageBeside, wanted: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    with only_one():
        tell_where("http://127.0.0.1:1")
        for _ in range(2):
            beside.tick(wanted)
        link = beside.session_link(NOW)
    assert caplog.messages == ["another program serves the page"]
    assert link is not None
    assert link.startswith("http://127.0.0.1:1/enter/")


def test_where_nobody_serves_it_a_click_does_not_lead_there(
    beside: PageBeside, wanted: Settings
) -> None:
    with socket.create_server(("127.0.0.1", wanted.web_port)):
        beside.tick(wanted)
        assert beside.session_link(NOW) is None
    assert devices().all() == ()


def test_a_port_that_is_taken_is_told_once(
    beside: PageBeside, wanted: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    with socket.create_server(("127.0.0.1", wanted.web_port)):
        for _ in range(2):
            beside.tick(wanted)
    (told,) = caplog.messages
    assert f"cannot listen on 127.0.0.1 port {wanted.web_port}" in told
    beside.tick(wanted)
    assert answered(wanted) == 401


def test_without_the_extra_it_says_how_to_install_it(
    beside: PageBeside,
    wanted: Settings,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(page_beside, "find_spec", lambda _: None)
    beside.tick(wanted)
    assert "pipx install 'recall-reading[web]'" in caplog.text
    assert beside.session_link(NOW) is None


def test_another_port_is_served_from_the_next_tick_on(beside: PageBeside, wanted: Settings) -> None:
    beside.tick(wanted._replace(web_hosts="desk.local"))
    beside.tick(wanted)
    assert answered(wanted) == 401


def test_a_defect_of_the_page_keeps_no_reminder_back(
    beside: PageBeside,
    wanted: Settings,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("a defect")

    monkeypatch.setattr(server, "PageServer", broken)
    beside.tick(wanted)
    assert caplog.messages == ["the page is not served: unexpected ValueError: a defect"]

"""The line on stderr, when nothing else is left."""

import sys
from io import BytesIO, StringIO, TextIOWrapper

import pytest

from recall.domain.reminders.message import Message
from recall.notify.terminal import Terminal
from testing.desktop.notifications import MESSAGE


class Tty(StringIO):
    def isatty(self) -> bool:
        return True


def test_the_message_is_one_line_with_the_program_s_name():
    stream = StringIO()
    Terminal({}, "linux", stream).send(Message("3 due", "first\nsecond", "slot"))
    assert stream.getvalue() == "recall: 3 due | first | second\n"


@pytest.mark.parametrize(
    ("stream", "environ", "bell"),
    [(Tty(), {}, True), (Tty(), {"TERM": "dumb"}, False), (StringIO(), {}, False)],
)
def test_the_bell_rings_on_a_terminal_only(stream, environ, bell):
    Terminal(environ, "linux", stream).send(MESSAGE)
    assert stream.getvalue().startswith("\a") == bell


def test_hostile_text_cannot_steer_the_terminal():
    stream = StringIO()
    Terminal({}, "linux", stream).send(Message("\x1b[2Jtitle", "\x9b31mbody\a", "slot"))
    assert not set(stream.getvalue()) & set("\x1b\x9b\a")


def test_stderr_is_the_one_of_the_moment(capsys):
    Terminal({}, "linux").send(MESSAGE)
    assert "3 due" in capsys.readouterr().err


def test_a_program_without_a_console_goes_on(monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    assert not Terminal({}, "win32").send(MESSAGE).delivered


def test_a_stream_that_cannot_take_it_is_no_failure_of_the_daemon():
    closed = StringIO()
    closed.close()
    for stream in (closed, TextIOWrapper(BytesIO(), encoding="ascii")):
        assert not Terminal({}, "linux", stream).send(MESSAGE).delivered

"""What a stream can show, and that nothing else is sent to it."""

import io
import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.cli.output.screen import Screen
from recall.cli.output.width import width

STYLES = ("title", "heading", "key", "dim", "due", "good", "warn", "bad")
XTERM = {"TERM": "xterm-256color"}


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def encoded(encoding: str) -> tuple[Screen, io.BytesIO]:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n", write_through=True)
    return Screen.of(stream, {}), raw


def linking() -> Screen:
    return Screen(io.StringIO(), links=True)


@pytest.mark.parametrize(
    ("environ", "color"),
    [
        (XTERM, True),
        ({}, False),
        ({"TERM": "dumb"}, False),
        ({"WT_SESSION": "1"}, True),
        ({**XTERM, "NO_COLOR": "1"}, False),
        ({**XTERM, "NO_COLOR": ""}, True),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ({**XTERM, "NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
)
def test_a_terminal_shows_color_unless_told_otherwise(environ: dict[str, str], color: bool) -> None:
    assert Screen.of(Terminal(), environ).color is color


@pytest.mark.parametrize(
    ("environ", "color"),
    [
        (XTERM, False),
        ({**XTERM, "FORCE_COLOR": "1"}, True),
        ({"CLICOLOR_FORCE": "1"}, True),
        ({"CLICOLOR_FORCE": "0"}, False),
        ({"FORCE_COLOR": ""}, False),
        ({"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, False),
    ],
)
def test_a_pipe_shows_color_only_when_forced(environ: dict[str, str], color: bool) -> None:
    screen = Screen.of(io.StringIO(), environ)
    assert (screen.color, screen.links, screen.terminal) == (color, False, False)


@pytest.mark.parametrize(
    ("environ", "links"),
    [
        (XTERM, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "foot-extra"}, True),
        ({"TERM": "alacritty"}, True),
        ({**XTERM, "TERM_PROGRAM": "iTerm.app"}, True),
        ({**XTERM, "TERM_PROGRAM": "vscode"}, True),
        ({**XTERM, "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({**XTERM, "VTE_VERSION": "7006"}, True),
        ({**XTERM, "VTE_VERSION": "5000"}, False),
        ({**XTERM, "VTE_VERSION": "new"}, False),
        ({**XTERM, "KITTY_WINDOW_ID": "1"}, True),
        ({"WT_SESSION": "1"}, True),
        ({"TERM": "tmux-256color", "VTE_VERSION": "7006"}, False),
        ({"TERM": "screen", "TERM_PROGRAM": "WezTerm"}, False),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/tmux"}, False),
        ({"TERM": "xterm-kitty", "STY": "1.pts"}, False),
        ({"TERM": "xterm-kitty", "NO_COLOR": "1"}, False),
    ],
)
def test_links_are_shown_only_by_terminals_known_to(environ: dict[str, str], links: bool) -> None:
    assert Screen.of(Terminal(), environ).links is links


@pytest.mark.parametrize(
    ("environ", "columns"),
    [
        ({}, 80),
        ({"COLUMNS": "132"}, 132),
        ({"COLUMNS": "0"}, 80),
        ({"COLUMNS": "-5"}, 80),
        ({"COLUMNS": "wide"}, 80),
        ({"COLUMNS": "9" * 5000}, 80),
    ],
)
def test_columns_are_asked_for_or_80(environ: dict[str, str], columns: int) -> None:
    assert Screen.of(io.StringIO(), environ).columns == columns


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudoterminals")
@pytest.mark.parametrize(("size", "columns"), [(47, 47), (0, 80)])
def test_a_terminal_is_asked_for_its_size(size: int, columns: int) -> None:
    import termios

    leader, follower = os.openpty()
    termios.tcsetwinsize(follower, (24, size))
    with os.fdopen(leader, "rb"), os.fdopen(follower, "w") as stream:
        screen = Screen.of(stream, XTERM)
    assert (screen.columns, screen.terminal, screen.color) == (columns, True, True)


@pytest.mark.parametrize(
    ("encoding", "utf8"),
    [("utf-8", True), ("UTF_8", True), ("utf8", True), ("gbk", False), ("ascii", False)],
)
def test_utf8_is_the_encoding_of_the_stream(encoding: str, utf8: bool) -> None:
    assert encoded(encoding)[0].utf8 is utf8
    assert Screen.of(io.StringIO(), {}).utf8


@pytest.mark.parametrize("name", STYLES)
def test_a_style_ends_where_its_text_ends_and_needs_no_background(name: str) -> None:
    shown = Screen(io.StringIO(), color=True).style("text", name)
    start, text, end = shown.partition("text")
    assert (text, end) == ("text", "\x1b[0m")
    codes = start.removeprefix("\x1b[").removesuffix("m").split(";")
    assert set(codes) <= {"1", "2", "31", "32", "35"}


@pytest.mark.parametrize("name", STYLES)
def test_without_color_a_style_adds_nothing(name: str) -> None:
    assert Screen(io.StringIO()).style("text", name) == "text"
    assert Screen(io.StringIO(), color=True).style("", name) == ""


def test_an_unknown_style_is_refused_even_without_color() -> None:
    with pytest.raises(KeyError):
        Screen(io.StringIO()).style("text", "loud")


@pytest.mark.parametrize("url", ["https://a.example/b?c=d#e", "HTTP://a.example", "file:///a/b"])
def test_a_link_leads_to_its_url(url: str) -> None:
    assert linking().link("text", url) == f"\x1b]8;;{url}\x1b\\text\x1b]8;;\x1b\\"


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "ssh://a",
        "mailto:a@b",
        " https://a",
        "https://a/" + "中" * 999,
    ],
)
def test_other_urls_are_not_linked(url: str | None) -> None:
    assert linking().link("text", url) == "text"


def test_nothing_is_linked_without_a_text_or_a_terminal_that_can() -> None:
    assert linking().link("", "https://a.example") == ""
    assert Screen(io.StringIO()).link("text", "https://a.example") == "text"


@given(st.text(st.characters()))
def test_a_url_cannot_leave_its_sequence(rest: str) -> None:
    shown = linking().link("text", "https://" + rest)
    url = shown.removeprefix("\x1b]8;;").removesuffix("\x1b\\text\x1b]8;;\x1b\\")
    assert shown == "text" or all("!" <= char <= "~" for char in url)


def test_a_url_in_chinese_is_percent_encoded() -> None:
    assert "https://a.example/%E4%B8%AD%1B%20" in linking().link(
        "text", "https://a.example/中\x1b "
    )


@pytest.mark.parametrize(
    ("encoding", "line", "written"),
    [
        ("utf-8", "深入 → 理解…", "深入 → 理解…".encode()),
        ("utf-8", "\ud800", b"?"),
        ("gbk", "深入 → 理解…", "深入 → 理解…".encode("gbk")),
        ("gbk", "深入 🔥", "深入 ??".encode("gbk")),
        ("ascii", "深入 → 理解…", b"???? > ????~"),
        ("ascii", "\x1b[1me\u0301 👩\u200d👧|\x1b[0m", b"\x1b[1m? ??|\x1b[0m"),
        ("latin-1", "é “a” — b", b'\xe9 "a" - b'),
    ],
)
def test_what_cannot_be_encoded_is_replaced_in_as_many_columns(
    encoding: str, line: str, written: bytes
) -> None:
    screen, raw = encoded(encoding)
    screen.write(line)
    assert raw.getvalue() == written + b"\n"


@given(
    st.text(st.characters(exclude_categories=["Cc"])),
    st.sampled_from(["ascii", "gbk", "cp1252", "utf-8", "shift_jis"]),
)
def test_writing_never_fails_on_an_encoding(line: str, encoding: str) -> None:
    screen, raw = encoded(encoding)
    screen.write(line)
    assert raw.getvalue().endswith(b"\n")


@given(st.text(st.sampled_from("a中…→“é🔥👍🏽한\u0301")))
def test_a_replaced_line_is_as_wide_as_it_was(line: str) -> None:
    screen, raw = encoded("ascii")
    screen.write(line)
    assert len(raw.getvalue()) - 1 == width(line)


def test_write_without_a_line_writes_an_empty_one() -> None:
    screen, raw = encoded("utf-8")
    screen.write()
    assert raw.getvalue() == b"\n"


@pytest.mark.parametrize(
    ("stream", "environ", "written"),
    [
        (Terminal, XTERM, "\x1b[H\x1b[2J"),
        (Terminal, {**XTERM, "NO_COLOR": "1"}, "\x1b[H\x1b[2J"),
        (Terminal, {"WT_SESSION": "1"}, "\x1b[H\x1b[2J"),
        (Terminal, {"TERM": "dumb"}, "\n"),
        (Terminal, {}, "\n"),
        (io.StringIO, {**XTERM, "FORCE_COLOR": "1"}, "\n"),
    ],
)
def test_only_a_terminal_that_knows_how_is_cleared(
    stream: type[io.StringIO], environ: dict[str, str], written: str
) -> None:
    screen = Screen.of(stream(), environ)
    screen.clear()
    assert isinstance(screen.stream, io.StringIO)
    assert screen.stream.getvalue() == written

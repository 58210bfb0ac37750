"""The output stream: its width, whether it shows color and links, and its encoding."""

import os

from recall.cli.output.width import width
from recall.domain.text.graphemes import graphemes

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing imports re, which no command needs for printing
    from collections.abc import Mapping
    from typing import TextIO

_USUAL_COLUMNS = 80

# SGR codes. Red, magenta and green are the basic colors with enough contrast on dark and light
# backgrounds; white, black, yellow, blue and cyan are invisible on one of them.
_STYLES = {
    "title": "1",
    "heading": "1",
    "key": "1",
    "dim": "2",
    "due": "35",
    "good": "32",
    "warn": "31",
    "bad": "1;31",
}

# Terminals that show OSC 8 links; see the list at https://github.com/Alhadis/OSC8-Adoption.
_LINKING_PROGRAMS = frozenset(
    ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "mintty", "rio", "WarpTerminal")
)
_LINKING_TERMS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour", "rio")
_LINKING_MARKS = ("WT_SESSION", "KITTY_WINDOW_ID", "DOMTERM")
_LINKING_VTE = 5001
"""VTE 0.50.0 crashed on links."""

_LINKED_SCHEMES = ("http://", "https://", "file://")
_LONGEST_URL = 2083
"""The longest URL that VTE and iTerm2 accept."""

# Replacements of the same width, so that columns stay aligned.
_ASCII = dict(zip("…→←↑↓·•–—‘’“”×✓✗", "~><^v-*--''\"\"x+x", strict=True))


class Screen:
    """A stream and its abilities.

    columns is its width; terminal is False for a pipe, which gets untruncated texts; color and
    links say whether `style` and `link` add anything; utf8 whether it can show every character;
    clears whether what was written can be taken off it.
    """

    def __init__(
        self,
        stream: "TextIO",
        *,
        columns: int = _USUAL_COLUMNS,
        terminal: bool = False,
        color: bool = False,
        links: bool = False,
        utf8: bool = True,
        clears: bool = False,
    ) -> None:
        """Set the abilities as given; `of` detects them."""
        self.stream = stream
        self.columns = columns
        self.terminal = terminal
        self.color = color
        self.links = links
        self.utf8 = utf8
        self.clears = clears

    @classmethod
    def of(cls, stream: "TextIO", environ: "Mapping[str, str]") -> "Screen":
        """Detect a stream's abilities and what the environment asks for."""
        terminal = stream.isatty()
        color = _shows_color(stream, environ)
        return cls(
            stream,
            columns=_columns(stream, environ),
            terminal=terminal,
            color=color,
            links=terminal and color and _shows_links(environ),
            utf8=_is_utf8(stream),
            clears=terminal and _is_known(environ),
        )

    def style(self, text: str, name: str) -> str:
        """Return the text in a style: title, heading, key, dim, due, good, warn or bad."""
        code = _STYLES[name]
        return f"\x1b[{code}m{text}\x1b[0m" if self.color and text else text

    def link(self, text: str, url: str | None) -> str:
        """Return the text as a link to an http, https or file URL, if the terminal has links."""
        if not self.links or not text or url is None:
            return text
        if (
            not url.lower().startswith(_LINKED_SCHEMES)
            or len(target := _quoted(url)) > _LONGEST_URL
        ):
            return text
        return f"\x1b]8;;{target}\x1b\\{text}\x1b]8;;\x1b\\"

    def clear(self) -> None:
        """Begin again on an empty screen; a pipe, or a terminal that cannot, gets an empty line."""
        if self.clears:
            self.stream.write("\x1b[H\x1b[2J")
        else:
            self.write()

    def write(self, line: str = "") -> None:
        """Write a line. Characters that the stream cannot encode are replaced in the same width."""
        try:
            self.stream.write(line + "\n")
        except UnicodeEncodeError:
            self.stream.write(_within(line, self.stream.encoding) + "\n")


def _columns(stream: "TextIO", environ: "Mapping[str, str]") -> int:
    asked = _number(environ, "COLUMNS")
    if asked > 0:
        return asked
    try:
        return os.get_terminal_size(stream.fileno()).columns or _USUAL_COLUMNS
    except (OSError, ValueError):  # not a terminal, or not a file
        return _USUAL_COLUMNS


def _shows_color(stream: "TextIO", environ: "Mapping[str, str]") -> bool:
    """Return whether to use color: NO_COLOR (no-color.org), FORCE_COLOR, or else a terminal."""
    if environ.get("NO_COLOR"):
        return False
    if any(environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return stream.isatty() and _is_known(environ)


def _is_known(environ: "Mapping[str, str]") -> bool:
    """Return whether a terminal knows sequences; the old Windows console does not.

    Windows Terminal does not set TERM.
    """
    return environ.get("TERM", "dumb") != "dumb" or "WT_SESSION" in environ


def _shows_links(environ: "Mapping[str, str]") -> bool:
    """Return whether links surely work; tmux and screen may drop URLs or pass on variables."""
    term = environ.get("TERM", "")
    if "TMUX" in environ or "STY" in environ or term.startswith(("tmux", "screen")):
        return False
    return (
        environ.get("TERM_PROGRAM") in _LINKING_PROGRAMS
        or term.startswith(_LINKING_TERMS)
        or any(name in environ for name in _LINKING_MARKS)
        or _number(environ, "VTE_VERSION") >= _LINKING_VTE
    )


def _number(environ: "Mapping[str, str]", name: str) -> int:
    try:
        return int(environ.get(name, ""))
    except ValueError:
        return 0


def _is_utf8(stream: "TextIO") -> bool:
    encoding: str | None = stream.encoding  # None for text in memory
    return encoding is None or encoding.lower().replace("_", "-") in ("utf-8", "utf8", "cp65001")


def _quoted(url: str) -> str:
    """Return the URL in printable ASCII, the only characters allowed in the sequence."""
    return "".join(
        char if "!" <= char <= "~" else "".join(f"%{byte:02X}" for byte in _utf8(char))
        for char in url
    )


def _utf8(char: str) -> bytes:
    return char.encode("utf-8", "replace")


def _within(line: str, encoding: str) -> str:
    return "".join(
        piece if _fits(piece, encoding) else _ASCII.get(piece, "?" * width(piece))
        for piece in graphemes(line)
    )


def _fits(piece: str, encoding: str) -> bool:
    try:
        piece.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True

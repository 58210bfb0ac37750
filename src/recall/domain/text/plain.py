"""Makes text from outside safe to show anywhere: a title or a note may hold anything."""

import unicodedata

_MOST_MARKS = 4
"""Marks kept on one letter: enough for Vietnamese, Hebrew and Devanagari, not for zalgo text."""

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"

_LAST_TWO = 0xFFFE
"""The bits shared by the last two code points of every plane: U+FFFE, U+FFFF and so on."""

_STARTS_SEQUENCE = frozenset("\x1b\x90\x98\x9b\x9d\x9e\x9f")

# ECMA-48: a control sequence (CSI); a control string (DCS, SOS, OSC, PM, APC) with its end;
# any other escape. An unterminated string loses only its start, so that no text is lost. A
# string also stops at the next C1 control, which keeps the search linear.
_SEQUENCE = (
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x80-\x9f]*(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*[0-~]?"
)


def plain(text: str) -> str:
    """Return one line that is safe to show.

    Removes control characters, whole terminal sequences, noncharacters (which XML and D-Bus
    refuse) and every invisible format character (bidirectional, zero-width, tags) except the
    joiners inside an emoji. White space of any kind becomes one space, a lone surrogate becomes
    U+FFFD, and a stack of marks is cut. Idempotent.
    """
    return " ".join(_clean(text).split())


def spaced(text: str) -> str:
    """Return one line that is safe to show, as `plain` does, with its own spaces and tabs.

    For lines of a file, where spaces say something. Any other white space becomes a space.
    """
    return "".join(
        " " if sign.isspace() and sign != "\t" and unicodedata.category(sign) != "Zs" else sign
        for sign in _clean(text)
    )


def lines(text: str) -> list[str]:
    """Return text of several lines, such as a note, with `plain` applied to each line."""
    return [" ".join(line.split()) for line in _clean(text).splitlines()]


def without_controls(text: str) -> str:
    """Return text as it is, but for control characters other than tabs and line feeds.

    For files that keep a note's own white space, and may be shown on a terminal all the same.
    """
    if text.isprintable():
        return text
    return "".join(sign for sign in text if sign in "\t\n" or unicodedata.category(sign) != "Cc")


def _clean(text: str) -> str:
    if text.isprintable() and (text.isascii() or not _may_stack_marks(text)):
        return text
    if not _STARTS_SEQUENCE.isdisjoint(text):
        text = _without_sequences(text)
    return _without_hidden(text)


def _may_stack_marks(text: str) -> bool:
    """Look at every fifth character only: five marks in a row cannot hide between two of them."""
    return any(unicodedata.category(char)[0] == "M" for char in text[:: _MOST_MARKS + 1])


def _without_sequences(text: str) -> str:
    import re  # only hostile text pays for the import

    return re.sub(_SEQUENCE, "", text)


def _without_hidden(text: str) -> str:
    """Drop hidden characters and surplus marks; white space stays as it is."""
    kept: list[str] = []
    marks = 0
    for char, following in zip(text, text[1:] + " ", strict=False):
        category = unicodedata.category(char)
        if _is_hidden(char, category) and not _joins_emoji(kept, char, following):
            continue
        marks = marks + 1 if category[0] == "M" else 0
        if marks <= _MOST_MARKS:
            kept.append("\ufffd" if category == "Cs" else char)
    return "".join(kept)


def _is_hidden(char: str, category: str) -> bool:
    if category == "Cn":
        return _is_noncharacter(char)
    return category in ("Cc", "Cf") and not char.isspace()


def _is_noncharacter(char: str) -> bool:
    """Return whether it is a noncharacter: the last two of each plane, and 32 more."""
    return ord(char) & _LAST_TWO == _LAST_TWO or "\ufdd0" <= char <= "\ufdef"


def _joins_emoji(kept: list[str], char: str, following: str) -> bool:
    return (
        char == _JOINER
        and bool(kept)
        and (kept[-1] == _EMOJI_STYLE or _is_pictorial(kept[-1]))
        and _is_pictorial(following)
    )


def _is_pictorial(char: str) -> bool:
    """Return whether it can be part of an emoji: a symbol (some arrows count as mathematical)."""
    return char > "\u2000" and unicodedata.category(char) in ("So", "Sk", "Sm")

"""What a file that is no list looks like, in the words of the message that refuses it."""

import re
from collections.abc import Iterator

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"SQLite format 3\0", "a database; export the bookmarks from the program itself"),
    (b"mozLz40\0", "a packed Firefox backup; in Firefox, choose Import and Backup > Backup…"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as CSV"),
    (b"bplist00", "a binary property list; export the bookmarks as HTML"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)

_ENDINGS: tuple[tuple[str, str], ...] = (
    ("a log", ".log"),
    ("a settings file", ".yml .yaml .toml .ini .cfg .conf .plist .env .properties"),
    ("a web page", ".html .htm .xhtml"),
    ("an XML file", ".xml .rss .atom"),
    (
        "source code",
        ".py .js .mjs .ts .tsx .jsx .c .h .cc .cpp .hpp .java .go .rs .rb .php .sh .bat .ps1 .pl"
        " .lua .sql .css .scss .swift .kt .cs .r .jl .el .vim .cu .ipynb",
    ),
)

_PAGE = re.compile(r"(?i)<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]")
_XML = re.compile(r"<\?xml\b|<!doctype\s|<[a-z]+:?[a-z]*\s+xmlns", re.IGNORECASE)
_LOG_LINE = re.compile(
    r"[\[(<\d. a-z-]{0,40}?(?:\d{4}[-/]\d\d[-/]\d\d|\d\d/\w{3}/\d{4}|[a-z]{3} {1,2}\d{1,2})"
    r"[T :]{1,2}\d\d:\d\d:\d\d|\[?(?:debug|info|warn|warning|error)\b[\]:]",
    re.IGNORECASE,
)
_CODE_LINE = re.compile(
    r"[^#*>|+-].*[;{}]$|[{}\])];?,?$"
    r"|(?:import|from|def|class|return|if|elif|for|while|with|function|const|let|var|fn|pub|use"
    r"|package|public|private|static|struct|enum|export|async|type|func)\b[^.!?]*[\w:;{(,)\]\"']$"
    r"|#(?:include|define|ifdef|ifndef|endif|pragma)\b|@\w+[\w.(]|//|/\*|\w[\w.\[\]]* [+|-]?= \S"
)

_LOOKED_AT = 200
"""Lines; a file shows by its first ones what it is."""

_LONGEST_LINE = 300
_ENOUGH_LINES = 3
_MOST = 0.6


def binary(data: bytes) -> str | None:
    """Return what bytes that are no text look like, or None if they have no sure sign."""
    return next((what for sign, what in _SIGNATURES if data.startswith(sign)), None)


def resembles(text: str, ending: str = "") -> str | None:
    """Return what a text that is no list looks like, or None if it may be a list in prose.

    The text counts before the ending of the file, which is in lower case with its dot.
    """
    begin = text[:1000].lstrip("\ufeff \t\n")
    if begin.startswith("#!"):
        return "a script"
    if _PAGE.match(begin):
        return "a web page"
    if _XML.match(begin):
        return "a web page" if _PAGE.search(begin) else "an XML file"
    lines = list(_first_lines(text))
    if _are_mostly(_LOG_LINE, lines):
        return "a log"
    if _are_mostly(_CODE_LINE, lines):
        return "source code"
    return next((what for what, endings in _ENDINGS if ending in endings.split()), None)


def _first_lines(text: str) -> Iterator[str]:
    """Yield the first lines that say something, without their margins."""
    start, found = 0, 0
    while start < len(text) and found < _LOOKED_AT:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if line := text[start : min(end, start + _LONGEST_LINE)].strip():
            found += 1
            yield line
        start = end + 1


def _are_mostly(kind: re.Pattern[str], lines: list[str]) -> bool:
    matching = sum(1 for line in lines if kind.match(line))
    return matching >= _ENOUGH_LINES and matching >= _MOST * len(lines)

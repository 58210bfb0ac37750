"""What a file that is no list looks like, in the words of the message that refuses it."""

import re
from collections.abc import Iterator

from recall.lazy_regex import lazy_regex

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

MARKUPS: tuple[tuple[str, str], ...] = (
    ("reStructuredText", ".rst"),
    ("AsciiDoc", ".adoc .asciidoc"),
    ("LaTeX", ".tex .latex"),
    ("Typst", ".typ"),
    ("Textile", ".textile"),
    ("MediaWiki", ".mediawiki .wiki"),
)
"""Kinds of text with links of their own shape, by their endings; pandoc makes Markdown of them."""

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
_XML = lazy_regex(r"(?i)<\?xml\b|<!doctype\s|<svg\b|<[a-z]+:?[a-z]*\s+xmlns")
_COMMENT = re.compile(r"\s*(?:<!--.*?-->\s*)+", re.DOTALL)
_LOG_LINE = lazy_regex(
    r"[\[(<\d. a-z-]{0,40}?(?:\d{4}[-/]\d\d[-/]\d\d|\d\d/\w{3}/\d{4}|[a-z]{3} {1,2}\d{1,2})"
    r"[T :]{1,2}\d\d:\d\d:\d\d|\[?(?:debug|info|warn|warning|error)\b[\]:]",
    re.IGNORECASE,
)
_SETTING_LINE = re.compile(r"\[[\w.: -]+\]$|[;#]|[\w.-]+ ?= ?\S")
_STATEMENT = re.compile(r"[^#*>|+-].*[;{}]$|[{}\])];?,?$|//|/\*")
_DEFINITION = lazy_regex(
    r"import [\w.{*][^.!?]*$|from [\w.]+ import |(?:async )?def \w+\("
    r"|class \w+[(:{ ][^.!?]*[:{]$|@\w+[\w.]*[($]"
    r"|(?:export )?(?:default )?(?:async )?function\b.*\{|(?:export )?(?:const|let|var) \w+ ?="
    r"|(?:public|private|static|extern|void|int|char|struct|enum|namespace|using|package)\b.*[;{(,]$"
    r"|(?:pub )?(?:fn|impl|use|mod|trait) .*[;{(]$|func \w*\(|type \w+ struct"
    r"|#(?:include|define|ifdef|ifndef|endif|pragma)\b|if __name__|module\.exports|<\?php"
)
_LISTED = re.compile(r"\]\(|(?:[-*+]|\d+[.)]) .*(?:://|\[.\])|[-*+] \[.\]")

_LOOKED_AT = 200
"""Lines; a file shows by its first ones what it is."""

_FIRST_PART = 200_000
"""Characters; lines beyond are not looked at, also if all before them are empty."""

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
    begin = text[:2000].lstrip("\ufeff \t\n")
    comment = _COMMENT.match(begin)
    begin = begin[comment.end() :] if comment else begin
    if begin.startswith("#!"):
        return "a script"
    if _PAGE.match(begin):
        return "a web page"
    if _XML.match(begin):
        return "a web page" if _PAGE.search(begin) else "an XML file"
    return _by_lines(list(_first_lines(text))) or next(
        (what for what, endings in (*MARKUPS, *_ENDINGS) if ending in endings.split()), None
    )


def has_list(text: str) -> bool:
    """Return whether one of the first lines of a text is one of a list in Markdown."""
    return any(_LISTED.search(line) for line in _first_lines(text))


def _by_lines(lines: list[str]) -> str | None:
    if _are_mostly(_LOG_LINE, lines):
        return "a log"
    if lines and lines[0].startswith("[") and _are_mostly(_SETTING_LINE, lines):
        return "a settings file"
    defined = sum(1 for line in lines if _DEFINITION.match(line))
    listed = sum(1 for line in lines if _LISTED.search(line))
    if defined >= max(_ENOUGH_LINES, listed) or _are_mostly(_STATEMENT, lines):
        return "source code"
    return None


def _first_lines(text: str) -> Iterator[str]:
    """Yield the first lines that say something, without those of code inside a list in prose."""
    start, found, fenced = 0, 0, False
    text = text[:_FIRST_PART]
    while start < len(text) and found < _LOOKED_AT:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start : min(end, start + _LONGEST_LINE)]
        start = end + 1
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif line.strip() and not fenced:
            found += 1
            yield line.rstrip()


def _are_mostly(kind: re.Pattern[str], lines: list[str]) -> bool:
    matching = sum(1 for line in lines if kind.match(line.lstrip()))
    return matching >= _ENOUGH_LINES and matching >= _MOST * len(lines)

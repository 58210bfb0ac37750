"""Reads the YAML in which people keep lists: mappings, lists, and texts on one or several lines.

Anchors, tags and mappings in braces are not read; a line that is none of this is passed over.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

_KEY = re.compile(r"([\w\"'][^:#{}\[\]]{0,80}?)[ \t]*:(?:[ \t]+(.*))?\Z")
_DEEPEST = 50
_FOLDED = frozenset((">", "|", ">-", "|-", ">+", "|+"))


class TooDeep(ValueError):
    """The text is nested deeper than lists are."""


class _Line(NamedTuple):
    indent: int
    text: str


def loads(text: str) -> object:
    """Return the value that a text holds: a dict, a list, or a text. TooDeep if it is nested so."""
    lines = [
        _Line(len(line) - len(line.lstrip(" ")), line.strip())
        for line in text.expandtabs(4).split("\n")
        if line.strip() and not line.lstrip().startswith("#")
    ]
    reader = _Reader(lines)
    return reader.value(lines[0].indent, 0) if lines else ""


class _Reader:
    """Reads line by line; each method begins at the current line, and ends behind its value."""

    def __init__(self, lines: Sequence[_Line]) -> None:
        self._lines = list(lines)
        self._at = 0

    def value(self, indent: int, depth: int) -> object:
        """Read the list or the mapping at this indent."""
        if depth > _DEEPEST:
            raise TooDeep
        return (self._list if self._is_member() else self._mapping)(indent, depth)

    def _is_member(self) -> bool:
        text = self._lines[self._at].text
        return text == "-" or text.startswith("- ")

    def _here(self, indent: int) -> bool:
        return self._at < len(self._lines) and self._lines[self._at].indent == indent

    def _list(self, indent: int, depth: int) -> list[object]:
        members: list[object] = []
        while self._here(indent) and self._is_member():
            text = self._lines[self._at].text
            rest = text[1:].lstrip()
            inner = indent + len(text) - len(rest)
            if _KEY.match(rest) or rest.startswith("- "):
                self._lines[self._at] = _Line(inner, rest)
                members.append(self.value(inner, depth + 1))
            elif rest:
                self._at += 1
                members.append(_scalar(rest))
            else:
                self._at += 1
                members.append(self._below(indent, depth))
            self._skip(indent)
        return members

    def _mapping(self, indent: int, depth: int) -> dict[str, object]:
        found: dict[str, object] = {}
        while self._here(indent) and not self._is_member():
            said = _KEY.match(self._lines[self._at].text)
            self._at += 1
            if said is None:
                continue
            rest = (said[2] or "").strip()
            key = str(_text(said[1]))
            if rest in _FOLDED:
                found[key] = self._folded(indent)
            else:
                found[key] = _scalar(rest) if rest else self._below(indent, depth)
            self._skip(indent)
        return found

    def _below(self, indent: int, depth: int) -> object:
        """Read what stands below a key or a dash without a value of its own."""
        if self._at >= len(self._lines):
            return ""
        line = self._lines[self._at]
        if line.indent > indent or (line.indent == indent and self._is_member()):
            return self.value(line.indent, depth + 1)
        return ""

    def _folded(self, indent: int) -> str:
        start = self._at
        self._skip(indent)
        return " ".join(line.text for line in self._lines[start : self._at])

    def _skip(self, indent: int) -> None:
        """Pass over lines that are indented further than the value that has ended."""
        while self._at < len(self._lines) and self._lines[self._at].indent > indent:
            self._at += 1


def _scalar(written: str) -> object:
    if written.startswith("[") and written.endswith("]"):
        return [_text(one) for one in written[1:-1].split(",") if one.strip()]
    return _text(written)


def _text(written: str) -> str:
    """Return a text without its quotes, or without the comment after it."""
    bare = written.strip()
    quote = bare[:1]
    if quote and quote in "\"'" and (end := bare.find(quote, 1)) > 0:
        return bare[1:end]
    return bare.partition(" #")[0].rstrip()

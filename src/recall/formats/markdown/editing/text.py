"""The bytes of a list as lines that can be changed, and back, every other byte as it was."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recall.errors import BadFile
from recall.formats.encodings.decoding import Encoding, encoding_of

_END = re.compile(r"\r\n|\n|\r")


class Text(NamedTuple):
    """The lines of a file, each with its own line end; the last may have none."""

    encoding: Encoding
    lines: tuple[str, ...]

    @property
    def line_end(self) -> str:
        """The line end that most lines have."""
        ends = Counter(end_of(line) for line in self.lines)
        ends.pop("", None)
        return ends.most_common(1)[0][0] if ends else "\n"

    @property
    def shown(self) -> str:
        """The text as a parser takes it, with LF line ends."""
        return _END.sub("\n", "".join(self.lines))

    def data(self) -> bytes:
        """Return the bytes; UnicodeEncodeError if the encoding has not all of the characters."""
        return self.encoding.mark + "".join(self.lines).encode(self.encoding.codec)


class NotWritable(BadFile):
    """The bytes of a list could not be written back as they are."""

    def __init__(self, path: object) -> None:
        super().__init__(path, "its bytes cannot be written back as they are; save it as UTF-8")


class Edits(NamedTuple):
    """What to do with the lines of a file, by number from 1.

    changed has lines without their ends. after has new lines that follow a line, in order; what
    follows line 0 is above the first. removed are lines to take out.
    """

    changed: Mapping[int, str] = {}
    after: Mapping[int, Sequence[str]] = {}
    removed: frozenset[int] = frozenset()


def text_of(data: bytes, path: object) -> Text:
    """Return the lines of a file; BadFile if they could not be written back byte for byte."""
    encoding = encoding_of(data, path)
    whole = data[len(encoding.mark) :].decode(encoding.codec)
    text = Text(encoding, tuple(_lines(whole)))
    if text.data() != data:
        raise NotWritable(path)
    return text


def edited(text: Text, edits: Edits) -> Text:
    """Return a file with these edits, made from the bottom up."""
    lines, usual = list(text.lines), text.line_end
    for number in range(len(lines), -1, -1):
        if number in edits.after:
            _insert(lines, number, edits.after[number], usual)
        if number in edits.changed:
            lines[number - 1] = edits.changed[number] + end_of(lines[number - 1])
        if number in edits.removed:
            _take_out(lines, number)
    return text._replace(lines=tuple(lines))


def comes_back(text: Text) -> bool:
    """Return whether a changed file is read as it was written: its encoding has all characters.

    Nor may the changes make another encoding of it, where that is told by what is in the file.
    """
    try:
        return text_of(text.data(), "").shown == text.shown
    except (UnicodeEncodeError, BadFile):
        return False


def end_of(line: str) -> str:
    """Return the line end of a line, "" if it has none."""
    found = _END.search(line[-2:])
    return found[0] if found else ""


def body(line: str) -> str:
    """Return a line without its end."""
    return line[: len(line) - len(end_of(line))]


def _insert(lines: list[str], number: int, new: Sequence[str], usual: str) -> None:
    """Put lines below a line, with its line end; the last line of a file stays without one."""
    above = lines[number - 1] if number else ""
    end = end_of(above) or usual
    added = [line + end for line in new]
    if number and not end_of(above):
        lines[number - 1] = above + end
        added[-1] = new[-1]
    lines[number:number] = added


def _take_out(lines: list[str], number: int) -> None:
    """Take a line out; the last line of a file stays without a line end if it had none."""
    if number == len(lines) > 1 and not end_of(lines[-1]):
        lines[-2] = body(lines[-2])
    del lines[number - 1]


def _lines(whole: str) -> list[str]:
    found, start = [], 0
    for end in _END.finditer(whole):
        found.append(whole[start : end.end()])
        start = end.end()
    return [*found, whole[start:]] if start < len(whole) else found

"""The links and boxes that are not to be read as such: in code, comments, images, front matter.

They are no part of the list, but whoever looks for one of them is told where it went.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from markdown_it.token import Token

from recall.domain.library.catalog import Skipped
from recall.formats.markdown.titles import clean

CODE = "in code"
COMMENT = "in a comment"
IMAGE = "an image, not a reading"
FRONT_MATTER = "in the front matter"
UNUSED = "a link definition that nothing refers to"

_URL = re.compile(r"(?i)https?://[^\s<>\"'`)\]}|，。）】]+")
_BOX = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+\[[ xX]\]\s+\S")
_SOURCE = re.compile(r"(?i)\ssrc\s*=\s*[\"']?(https?://[^\s\"'>]+)")
_OPENED, _CLOSED = re.compile(r"(?i)<a[\s>]"), re.compile(r"(?i)</a\s*>")
_LONGEST = 200


class Hidden:
    """Looks at the tokens of a text, as they pass, for links and boxes that are not shown as such.

    definitions are those that links refer to, as markdown-it has them.
    """

    def __init__(self, front_matter: str, definitions: Mapping[str, Any]) -> None:
        self._found = list(_within(front_matter, 1, FRONT_MATTER))
        self._definitions = definitions
        self._used: set[str] = set()

    def watched(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """Give the tokens as they are."""
        for token in tokens:
            if token.type == "inline":
                self._found += _inline(token, self._used)
            elif token.type in {"fence", "code_block", "html_block"}:
                is_comment = token.content.lstrip().startswith("<!--")
                inner = token.map[0] + 1 + (token.type == "fence") if token.map else 1
                self._found += _within(token.content, inner, COMMENT if is_comment else CODE)
            yield token

    def skipped(self) -> list[Skipped]:
        """Return what is hidden in the tokens that passed, and the definitions that none used."""
        return [*self._found, *_unused(self._definitions, self._used)]


def _within(text: str, first: int, reason: str) -> Iterator[Skipped]:
    """Yield the URLs in a text that begins at a line, and its boxes without a URL."""
    if "://" not in text and "[" not in text:
        return
    for number, line in enumerate(text.split("\n"), first):
        urls = _URL.findall(line)
        if not urls and _BOX.match(line):
            urls = [line.strip()]
        for url in urls:
            yield Skipped(number, clean(url[:_LONGEST]), reason)


def _inline(token: Token, used: set[str]) -> Iterator[Skipped]:
    """Yield what is hidden in a run of text; used collects where its links lead."""
    number = token.map[0] + 1 if token.map else 1
    depth = 0
    for child in token.children or ():
        match child.type:
            case "softbreak" | "hardbreak":
                number += 1
            case "link_open":
                depth += 1
                used.add(str(child.attrs.get("href", "")))
            case "link_close":
                depth -= 1
            case "code_inline":
                yield from _within(child.content, number, CODE)
            case "image":
                source = str(child.attrs.get("src", ""))
                used.add(source)
                if depth <= 0 and _URL.match(source):
                    yield _image(number, child.content, source)
            case "html_inline":
                depth += bool(_OPENED.match(child.content)) - bool(_CLOSED.match(child.content))
                yield from _html(child.content, number, linked=depth > 0)
                number += child.content.count("\n")


def _html(content: str, number: int, *, linked: bool) -> Iterator[Skipped]:
    if content.startswith("<!--"):
        yield from _within(content, number, COMMENT)
    elif not linked and (source := _SOURCE.search(content)):
        yield _image(number, "", source[1])


def _image(number: int, text: str, source: str) -> Skipped:
    return Skipped(number, clean(f"{text[:_LONGEST]} {source[:_LONGEST]}"), IMAGE)


def _unused(definitions: Mapping[str, Any], used: set[str]) -> Iterator[Skipped]:
    for name, definition in definitions.items():
        url = str(definition.get("href", ""))
        if url not in used and _URL.match(url):
            line = definition.get("map", [0])[0] + 1
            yield Skipped(line, clean(f"{name[:_LONGEST]} {url[:_LONGEST]}"), UNUSED)

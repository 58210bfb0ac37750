"""Most entries, `[ ] [title](url)`, without markdown-it's rules and its walk over each character.

Only entries are accepted that markdown-it can read in a single way; tests hold the two together.
Everything else is left to markdown-it.
"""

import re
from typing import NamedTuple

from markdown_it.rules_block import StateBlock

from recall.formats.markdown.parsing import bare_urls

# No character that begins markup, an entity, an escape or a bare URL.
_PLAIN = r"(?:[^\\`*_~<>&!\[\]\n\r\x00:]|:(?!//))"
_ENTRY = re.compile(
    rf"((?:\[[ xX]\](?!\())?{_PLAIN}*)\[({_PLAIN}+)\]\(((?!<)[^\s\x00-\x20\x7f\\;()]+)\)({_PLAIN}*)"
)


_STARTS = ("[", "**[")
_CODE_INDENT = 4


def line(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001, FBT001 - markdown-it's signature
    """Read a paragraph of one line that begins with a box or a link, as a block rule.

    What begins so is no other block, unless it defines a link or the next line goes on with it.
    """
    at, last = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if silent or not state.src.startswith(_STARTS, at) or not _stands_alone(state, start):
        return False
    content = state.src[at:last].rstrip()
    if "]:" in content:
        return False
    state.line = start + 1
    token = state.push("inline", "", 0)  # its paragraph tells nothing, and takes memory and time
    token.map, token.content, token.children = [start, start + 1], content, []
    token.level += 1
    return True


def _stands_alone(state: StateBlock, start: int) -> bool:
    """Return whether the next line is empty, or the next bullet of an enclosing list."""
    if state.sCount[start] - state.blkIndent >= _CODE_INDENT:
        return False
    after = start + 1
    if after >= state.lineMax or state.isEmpty(after):
        return True
    at = state.bMarks[after] + state.tShift[after]
    is_bullet = state.src.startswith("- ", at) and not state.src[at + 2 : at + 3].isspace()
    return is_bullet and 0 <= state.sCount[after] < state.blkIndent


class PlainLink(NamedTuple):
    """A text with one link: what stands before it, its text, its target, what stands after it."""

    before: str
    label: str
    url: str
    after: str


def plain_link(text: str) -> PlainLink | None:
    """Return a text with one link in its parts; None unless it is plain all through."""
    found = _ENTRY.fullmatch(text)
    if found is None:
        return None
    for beside in (found[1], found[4]):
        if "." in beside and next(bare_urls.without_scheme(beside), None) is not None:
            return None  # `www.example.org` is a link as well
    return PlainLink(*found.groups())

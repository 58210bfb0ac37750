"""The tokens of most entries, `[ ] [title](url)`, without markdown-it's walk over each character.

It accepts only entries that markdown-it can read in a single way; a test holds the two together.
Everything else is left to markdown-it.
"""

import re

from markdown_it.token import Token

# No character that begins markup, an entity, an escape or a bare URL.
_PLAIN = r"(?:[^\\`*_~<>&!\[\]\n\r\x00:]|:(?!//))"
_ENTRY = re.compile(
    rf"((?:\[[ xX]\])?{_PLAIN}*)\[({_PLAIN}+)\]\(((?!<)[^\s\x00-\x20\x7f\\;()]+)\)({_PLAIN}*)"
)


def tokens(text: str) -> list[Token] | None:
    """Return the inline tokens of a text with one link; None unless it is plain all through."""
    found = _ENTRY.fullmatch(text)
    if found is None:
        return None
    before, label, url, after = found.groups()
    opening = Token("link_open", "a", 1, attrs={"href": url})
    made = [opening, _text(label, level=1), Token("link_close", "a", -1)]
    return [
        *([_text(before)] if before else ()),
        *made,
        *([_text(after)] if after else ()),
    ]


def _text(content: str, level: int = 0) -> Token:
    return Token("text", "", 0, content=content, level=level)

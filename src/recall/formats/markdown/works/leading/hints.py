"""What a text before a link says of it after the title: `A title. Paper:`, `论文地址：`."""

import re

from recall.domain.lists.link_words import pointer
from recall.lazy_regex import lazy_regex

_HINT = lazy_regex(
    r"(?:^|[\s.。;；,，|(（\[·•–—-])([^\n.。;；,，|(（\[:：·•]{1,40})(?:[(（][^\n()（）]{1,30}[)）])?"
    r"[:：][\s*_`(（\[]*$"
    r"|[\n|(（\[][\s*_`]*([^\n.。;；,，|(（\[:：·•]{1,40})[\s*_`(（\[]*$"
)
_CODE_LAST = re.compile(r":[a-z][a-z0-9_+-]{1,40}:\s*\Z")
_LAST_WORD = re.compile(r"(?<=[》」』\"”）)])\s+([^\W\d_]{1,20})\s?[:：]\s*\Z")
_VOLUMES = ("上", "中", "下")


def without_hint(text: str) -> str:
    """Remove what names the link after the text: `Paper:`, `论文地址：`."""
    text = _CODE_LAST.sub("", text)
    found = _HINT.search(text[-80:])
    word = (found[1] or found[2]) if found else ""
    volume = word.rstrip(")） ") in _VOLUMES
    if found and any(map(str.isalpha, word)) and not volume and pointer(word) is not None:
        return text[: len(text) - len(found.group())]
    last = _LAST_WORD.search(text[-80:])
    if last and pointer(last[1], beside_a_title=True) is not None:
        return text[: len(text) - len(last.group())]
    return text

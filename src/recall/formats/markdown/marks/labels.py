"""Labels: `#tag`, `#标签`, `#topic/nets`, and lines such as `tags:: nets, vision`."""

import re

from recall.lazy_regex import lazy_regex

# A letter first: `#3` is a number; and nothing before it: `C#`, `page#part`.
_HASHTAG = lazy_regex(r"(?:(?<=\s)|(?<=[(（,，、])|\A)#((?:[^\W\d]|_)[\w/-]{0,60})(?![\w#(])")
_TAGS = re.compile(
    r"(?i)[\[(]?\b(?:tags?|labels?|keywords?|schlagworte|etiquetas|теги|标签|標籤|タグ|태그)"
    r"\s*(?:::|：|:)\s*([^\])\n]{1,200})[\])]?\s*\Z"
)
_BETWEEN = re.compile(r"[,，、;；]|\s+(?=#)")
_LONGEST = 40


def take_labels(text: str) -> tuple[tuple[str, ...], str]:
    """Take the labels out of a text; return them and the rest."""
    labels: list[str] = []
    if named := _TAGS.search(text):
        listed = [one.strip().strip("#[]\"' ") for one in _BETWEEN.split(named[1])]
        if all(len(one) <= _LONGEST for one in listed):
            labels += [one for one in listed if one]
            text = text[: named.start()]
    if "#" in text:
        labels += _HASHTAG.findall(text)
        text = _HASHTAG.sub("", text)
    return tuple(dict.fromkeys(labels)), text

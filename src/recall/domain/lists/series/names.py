"""Names a series from the stems of its parts."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, islice

from recall.domain.lists.series.marks import SEARCHED_CHARACTERS, key_of
from recall.domain.text.edges import without_edges

_EDGES = re.compile(r"[\s\-–—:：,，、.。;；|·~_/#]+")
_BRACKETS = {
    "(": ")",
    "（": "）",
    "[": "]",
    "【": "】",
    "〔": "〕",
    "《": "》",
    "「": "」",
    "“": "”",
}
_MOST_HEADS = 4  # colons of a title that are considered


def names_for(stems: Sequence[str], heads: Counter[str]) -> Iterator[str]:
    """Yield names for a series, best first, endlessly. stems holds one stem per part, in order.

    The name is the stem as most parts write it, or else as the first part does. Words before its
    last colon are left out if some part lacks them, or if other titles of the section (heads)
    have them too.
    """
    cleaned = [_clean(stem) for stem in stems]
    name = Counter(cleaned).most_common(1)[0][0]
    head, tail = _split(name)
    own = sum(key_of(head) in _heads(stem) for stem in cleaned)
    if len(key_of(tail)) > 1 and (own < len(cleaned) or heads[key_of(head)] > own):
        yield tail
    yield name
    yield from (f"{name} [{number}]" for number in count(2))


def heads_among(titles: Iterable[str]) -> Counter[str]:
    """Count the texts that titles have before their colons."""
    return Counter(head for title in titles for head in _heads(title))


def _heads(title: str) -> set[str]:
    title = title[:SEARCHED_CHARACTERS]
    colons = islice(re.finditer("[:：]", title), _MOST_HEADS)
    return {key_of(title[: colon.start()]) for colon in colons}


def _split(name: str) -> tuple[str, str]:
    """Split a name at its last colon; without a colon the tail is empty."""
    colons = [colon.start() for colon in re.finditer("[:：]", name)]
    return (name[: colons[-1]], name[colons[-1] + 1 :].strip()) if colons else (name, "")


def _clean(stem: str) -> str:
    """Strip punctuation at the ends, and brackets whose other half is missing."""
    text = stem
    for opening, closing in _BRACKETS.items():
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, " ").replace(closing, " ")
    return without_edges(" ".join(text.split()), _EDGES, _EDGES) or stem.strip()

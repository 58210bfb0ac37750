"""The line of a text that is its title, with the lines in which it goes on."""

import re

from recall.domain.lists.link_text import says_something
from recall.formats.markdown.titles import clean, without_account
from recall.formats.markdown.works.citing.bylines import FACT
from recall.formats.markdown.works.citing.names import read
from recall.formats.markdown.works.citing.references import title_below
from recall.formats.markdown.works.leading.tags import without_tags
from recall.lazy_regex import lazy_regex

_NAMED = lazy_regex(
    r"(?i)^\s*(?:[-*+•]\s*)?(?:paper\s+)?(?:title|paper|name|题目|標題|标题|论文标题|论文题目|论文名称|论文名"
    r"|论文|文章标题|文章|书名|题名|名称|título|titre|titel|название"
    r"|book|article|book title|书|書|看书|读书|책|논문|기사|글|本|書籍|記事)\s*[:：]\s*(?=\S)"
)
_ENDED_ON_PURPOSE = 60
"""Columns; a text is wrapped after more, and a shorter line was ended by the person."""

_END_LETTERS = 200
"""As much of the end of a text as tells whether it goes on in the next line."""

_ENDED = re.compile(r"[.?!。？！]\s*\Z")
_CLAUSE = re.compile("[；。]")
"""What titles have not, but sentences about them in Chinese have."""
_GOES_ON = re.compile(r"(?i)\b(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|via|with)\s*\Z")


def without_name(title: str) -> str:
    """Remove what a title is called by its list: `Title: A fine work`."""
    return _NAMED.sub("", title)


def first_line(text: str) -> str:
    """Return the first line that says something, with those in which it goes on."""
    lines = [_NAMED.sub("", line) for line in without_account(text).split("\n")]
    telling = [line for line in lines if says_something(without_tags(clean(line)))]
    if len(telling) > 1 and (below := title_below(*telling[:2])):
        return below
    is_sentence = telling and telling[0].rstrip().endswith((".", "。"))
    if is_sentence:
        return telling[0]
    if not telling:
        return " ".join(lines)
    first, *others = lines[lines.index(telling[0]) :]
    title, end = [first], first
    widest = max(map(columns, lines))
    for line in others:
        wrapped = not fits(title[-1], line, widest) and _is_wrapped(end, line)
        if not (wrapped or _is_open(title[-1], line)):
            break
        title.append(line)
        end = f"{end} {line}"[-_END_LETTERS:]
    return " ".join(title)


def _is_wrapped(text: str, following: str) -> bool:
    """Return whether a text goes on in the next line: it was broken there by its length."""
    if _ENDED.search(text) or FACT.match(following):
        return False
    if following.lstrip()[:1].islower():
        return True
    names = read(following.strip())
    full = names is not None and names.several
    return columns(text) >= _ENDED_ON_PURPOSE and not full


def _is_open(line: str, following: str) -> bool:
    """Return whether a title goes on, as its end says: a comma, a colon, or a word such as `of`."""
    goes_on = line.rstrip().endswith((",", ":", "，", "：")) or _GOES_ON.search(line)
    return bool(goes_on) and says_something(following) and not _CLAUSE.search(following)


def fits(line: str, following: str, widest: int) -> bool:
    """Return whether the next line's first word had room, so that a line was ended on purpose."""
    first = following.split(maxsplit=1)[:1]
    goes_on = following.lstrip()[:1].islower()
    return bool(first) and not goes_on and columns(line.rstrip()) + 1 + columns(first[0]) <= widest


def columns(text: str) -> int:
    """Return how wide a text is; a Chinese character takes two columns."""
    wide = 0 if text.isascii() else sum(letter > "\u2fff" for letter in text)
    return len(text) + wide

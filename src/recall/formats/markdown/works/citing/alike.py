"""Texts that are parted as the others of their list are: `The Goal - Eliyahu M Goldratt`.

A dash, a comma or a bracket alone does not tell an author, or a remark, from the rest of a title,
but a list is written in one way.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from recall.domain.library.catalog import Item, ParsedList
from recall.domain.lists.person_names import is_family_name, is_given_name, may_be_names
from recall.formats.markdown.works.citing.names import read

_LEAST = 3
"""Texts with an author; fewer say nothing."""
_LEAST_SURE = 1 / 5
"""The share of them whose name is a usual one."""
_MOST = 2 / 3
"""The share of texts of one shape that have a name at this place."""

_LATIN = (
    r"[^\W\d_a-z][\w.'’]*(?:,?\s(?:(?:and|&|van|von|de|der)\s)?[^\W\d_a-z][\w.'’-]*){0,5}"
    r"(?:\set\sal\.?)?"
)
_HAN = r"[\u4e00-\u9fff]{2,4}|(?:[A-Z]\.)*[\u4e00-\u9fff]+(?:[·•\s][\u4e00-\u9fff]+)*"
_NAME = re.compile(f"{_LATIN}|{_HAN}")
_EDITION = re.compile("第.*|.*[版卷册部集篇章巻]|[上中下]")
_BRACKETED = re.compile(r"(?P<title>.*\S)\s?[（(](?P<author>[^()（）]+)[)）]")
_REMARK = re.compile(
    r"[a-zà-ž][^()]*|(?:[电電纸紙实實][子质質体體])?[书書](?:[，,、].*)?"
    r"|[^，,、]{0,4}(?:专栏|專欄|课|課|课程|課程|视频|視頻|论文|論文)(?:[，,、].*)?"
)
"""What is no name, and no edition: `A title (practical guide)`, `书名（书，kindle）`."""
_SHAPES = (
    re.compile(r"(?P<title>.*\S)\s+[-–—]{1,2}\s+(?P<author>\S.*)"),
    re.compile(r"(?P<title>.*\S):\s+(?P<author>\S.*)"),
    re.compile(r"(?P<title>.*\S),\s+(?P<author>\S.*)"),
    _BRACKETED,
    re.compile(r"(?P<author>\S[^-–—]*)\s+[-–—]{1,2}\s+(?P<title>\S.*)"),
)
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧董潘袁蔡蒋余杜叶程魏苏吕丁"
    "卢姚沈钟姜崔谭陆汪廖贾邹熊孟秦邱侯尹薛段黎陶贺郝顾龚邵钱戴"
)


class _Parted(NamedTuple):
    """A text with a name, or a remark in brackets, beside its title; sure: the name is usual."""

    title: str
    author: str
    sure: bool


def parted_alike(found: ParsedList, texts: Mapping[int, str]) -> ParsedList:
    """Return a list with `Title - Author` parted, if most texts of the list or section are so.

    texts: what the items without a link were told from, by the index of the item.
    """
    items = list(found.items)
    without_link = [index for index, item in enumerate(items) if item.url is None]
    taken = {(items[index].section, items[index].title) for index in without_link}
    for scope in (without_link, *_sections(items, without_link)):
        for shape in _SHAPES:
            for index, parted in _told([(at, items[at]) for at in scope], texts, shape):
                key = (items[index].section, parted.title)
                if key not in taken:  # `Poems, Ann Lee` and `Poems, Bob Ray` stay two
                    taken.add(key)
                    items[index] = items[index]._replace(
                        title=parted.title, description=parted.author
                    )
    return found._replace(items=tuple(items))


def _sections(items: Sequence[Item], scope: Sequence[int]) -> Iterable[list[int]]:
    sections: dict[tuple[str, ...], list[int]] = {}
    for index in scope:
        sections.setdefault(items[index].section, []).append(index)
    return sections.values() if len(sections) > 1 else ()


def _told(
    scope: Sequence[tuple[int, Item]], texts: Mapping[int, str], shape: re.Pattern[str]
) -> Iterator[tuple[int, _Parted]]:
    """Yield the texts of a scope that are parted by a shape, if most are written in this way."""
    whole = [(index, found) for index, item in scope if (found := _match(item, shape))]
    named = [(index, parted) for index, found in whole if (parted := _parted(found))]
    if not named:
        return
    authored = sum(_is_authored(item, texts.get(index, ""), shape) for index, item in scope)
    sure = sum(parted.sure for _, parted in named) + authored
    count = len(named) + authored
    most = count >= _LEAST and count >= _MOST * (len(whole) + authored)
    if most and sure >= _LEAST_SURE * count:
        yield from named


def _match(item: Item, shape: re.Pattern[str]) -> re.Match[str] | None:
    return shape.fullmatch(item.title) if item.description is None else None


def _is_authored(item: Item, text: str, shape: re.Pattern[str]) -> bool:
    """Return whether a text of this shape is parted already, because its author is a usual name."""
    found = shape.fullmatch(text) if item.description else None
    return found is not None and found["title"] == item.title and _parted(found) is not None


def _parted(found: re.Match[str]) -> _Parted | None:
    author = found["author"]
    if found.re is _BRACKETED and _REMARK.fullmatch(author):
        return _Parted(found["title"], author, sure=True)
    if not _NAME.fullmatch(author) or _EDITION.fullmatch(author) or not may_be_names(author):
        return None
    return _Parted(found["title"], author, _is_usual(author))


def _is_usual(author: str) -> bool:
    names = read(author)
    han = "·" in author or author[0] in _SURNAMES
    words = author.split()
    return han or bool(names and names.sure) or is_given_name(words[0]) or is_family_name(words[-1])

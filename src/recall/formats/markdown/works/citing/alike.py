"""Texts that are parted as the others of their list are: `The Goal - Eliyahu M Goldratt`.

Marks, a dash, a comma or a bracket alone do not tell a title from the rest, but a list is written
in one way.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from recall.domain.library.catalog import Item, ParsedList
from recall.formats.markdown.works.citing.alike_forms import (
    distinct,
    told_apart,
    told_by_fields,
    told_by_forms,
)
from recall.formats.markdown.works.citing.marked import told_by_marks
from recall.formats.markdown.works.citing.ways import (
    LEAST_ALIKE,
    MOST_OF_THEM,
    SIGNS_OF_WAYS,
    WAYS,
    Parted,
    Way,
    author_in,
    is_phrase,
    names_in,
)
from recall.formats.markdown.works.found import WrittenText

_REMARKS = (
    re.compile(r"(?P<title>.*?\S)\s+[-–—]{1,2}\s+(?P<beside>\S+(?:\s\S+){2}.*)"),
    re.compile(
        r"(?P<title>[^()（）]*[^()（）\s])\s*[(（](?P<beside>(?!(?i:vol|part|first|second|third|rev))"
        r"[^\d()（）]\S*\s[^()（）]+)[)）]"
    ),
)
"""A dash and three words or more; or two words or more in brackets at the end, but no edition."""
_DATED = re.compile(r",\s(?:19|20)\d\d\Z")
"""What is left of a citation without its author: `Cell, 1970`."""
_DASHES = re.compile(r"\s[-–—]\s")
_HALF = 1 / 2
"""The share of a list that is written in one way, so that no other line has to name an author."""

_Texts = Mapping[int, WrittenText]
_Scope = Sequence[tuple[int, Item]]


def parted_alike(found: ParsedList, texts: Mapping[int, WrittenText]) -> ParsedList:
    """Return a list with its texts parted in the way in which most of the list or section are.

    texts: what the items were told from that are named by a text, by the index of the item.
    """
    items = list(found.items)
    by_text = [at for at, item in enumerate(items) if item.url is None or _is_text(texts[at])]
    linked = [at for at, item in enumerate(items) if item.url and not _is_text(texts[at])]
    _part_texts(items, by_text, texts)
    _part_links(items, linked)
    for scope in (by_text, linked, *_sections(items, by_text), *_sections(items, linked)):
        _part(items, told_by_forms([(at, items[at]) for at in scope], texts))
    _part(items, told_apart([*enumerate(items)]))
    return found._replace(items=tuple(items))


def _part_texts(items: list[Item], by_text: Sequence[int], texts: _Texts) -> None:
    """Part what is named by a text: by marks, at an author, or before a remark."""
    beside = [at for at, text in texts.items() if text.of_link]
    taken = {(items[at].section, items[at].title) for at in by_text if items[at].url is None}
    ways: list[Callable[[_Scope, _Texts], Iterator[tuple[int, Parted]]]]
    ways = [told_by_fields, told_by_marks]
    ways += [partial(_told_by_way, way, [(at, items[at]) for at in beside]) for way in WAYS]
    ways += [partial(_told_by_remarks, remark) for remark in _REMARKS]
    for scope in (by_text, *_sections(items, by_text)):
        for told in ways:
            for index, parted in told([(at, items[at]) for at in scope], texts):
                key = (items[index].section, parted.title)
                if key not in taken:  # `Poems, Ann Lee` and `Poems, Bob Ray` stay two
                    taken.update({key} if items[index].url is None else ())
                    _part(items, [(index, parted)])


def _part(items: list[Item], told: Iterable[tuple[int, Parted]]) -> None:
    """Give items the shorter title; what stands beside it begins the description."""
    for index, parted in told:
        item = items[index]
        heard = (parted.beside, item.description if item.url else None)
        items[index] = item._replace(title=parted.title, description="; ".join(filter(None, heard)))


def _part_links(items: list[Item], linked: Sequence[int]) -> None:
    """Part the titles of links that end or begin with an author, if most with the sign do."""
    signed = [at for at in linked if SIGNS_OF_WAYS.search(items[at].title)]
    scopes = (linked, *_sections(items, linked)) if signed else ()
    cited = [at for at in linked if _begins_with_title(items[at])] if scopes else []
    for way in WAYS if scopes else ():
        each_parted = ((at, way.part(items[at].title)) for at in signed)
        parted = {at: each for at, each in each_parted if each and not _DATED.search(each.title)}
        for scope in scopes if parted else ():
            told = [(at, parted[at]) for at in scope if at in parted]
            authored = sum(_was_parted(items[at], way) for at in cited) if scope is linked else 0
            for at, each in distinct(_told_of_links(way, told, authored, of=len(scope))):
                _part(items, [(at, each)])
                del parted[at]


def _told_of_links(
    way: Way, told: Sequence[tuple[int, Parted]], authored: int, of: int
) -> list[tuple[int, Parted]]:
    """Return the titles of a scope without their authors, if most of those parted have names.

    Of less than half of all links, half of the names have to be usual ones.
    """
    most = len(told) + authored >= _HALF * of
    way = way if most else way._replace(least_sure=max(way.least_sure, _HALF))
    way = _of_most(way, len(told), of)
    if len(told) + authored < LEAST_ALIKE or not way.is_that_of([p for _, p in told], authored):
        return []
    named = [each for each in told if names_in(author_in(each[1].beside)) is not None]
    sure = [each for each in named if way.is_sure_of(each[1])]
    return named if len(sure) > MOST_OF_THEM * len(named) else sure


def _begins_with_title(item: Item) -> bool:
    """Return whether an item describes itself by the whole text of its link: a citation."""
    return item.description is not None and item.description.startswith(f"{item.title}, ")


def _was_parted(item: Item, way: Way) -> bool:
    """Return whether a citation is parted in a way: `A title, Lee et al.`"""
    found = way.part(item.description or "")
    return found is not None and found.named and found.title == item.title


def _of_most(way: Way, told: int, of: int) -> Way:
    """Return a way that asks for no usual name, if most texts have `by` and a handle."""
    return way._replace(least_sure=0) if way.handles and told >= MOST_OF_THEM * of else way


def _is_text(written: WrittenText) -> bool:
    """Return whether a text names an entry, not its link."""
    return bool(written.text) and not written.of_link


def _sections(items: Sequence[Item], scope: Sequence[int]) -> Iterable[list[int]]:
    sections: dict[tuple[str, ...], list[int]] = {}
    for index in scope:
        sections.setdefault(items[index].section, []).append(index)
    return sections.values() if len(sections) > 1 else ()


def _told_by_way(
    way: Way, beside: _Scope, scope: _Scope, texts: _Texts
) -> Iterator[tuple[int, Parted]]:
    """Yield the texts of a scope that are parted in a way, if most texts with its sign have names.

    beside are titles that are links; what stands around them tells of the others, too.

    If most of the scope has the sign, a text without a name is parted as well, but not at words
    that are no name: `A title - a long story`.
    """
    whole = [
        (index, parted)
        for index, item in scope
        if (parted := _whole(item, texts.get(index), way)) is not None
    ]
    whole = [(index, parted) for index, parted in whole if not _DATED.search(parted.title)]
    if not whole:
        return
    authored = sum(_is_authored(item, texts.get(at), way) for at, item in (*scope, *beside))
    way = _of_most(way, authored + len(whole), len(scope))
    if not way.is_that_of([parted for _, parted in whole], authored):
        return
    written = authored + len(whole)
    all_of_them = written >= _HALF * len(scope) and not way.in_brackets
    for index, parted in whole:
        if parted.named or (all_of_them and _may_be_author(parted)):
            yield index, parted


def _told_by_remarks(
    remark: re.Pattern[str], scope: _Scope, texts: _Texts
) -> Iterator[tuple[int, Parted]]:
    """Yield the texts with a remark of this kind, if most of a scope have one."""
    whole = [
        (index, Parted(sign["title"], sign["beside"], named=False, sure=False))
        for index, item in scope
        if _is_whole(item, texts.get(index)) and (sign := remark.fullmatch(item.title))
    ]
    if len(whole) >= max(LEAST_ALIKE, MOST_OF_THEM * len(scope)):
        yield from whole


def _may_be_author(parted: Parted) -> bool:
    return not is_phrase(parted.beside) and not names_in(parted.title)


def _whole(item: Item, written: WrittenText | None, way: Way) -> Parted | None:
    """Return a title that is parted in a way, also if the title was taken for the author."""
    if way.author_first and item.url and written and written.text.startswith(item.title):
        parted = way.part(written.text)
        if parted and parted.beside == item.title and parted.named:
            return parted._replace(title=_first_part(parted.title))
    return way.part(item.title) if _is_whole(item, written) else None


def _first_part(text: str) -> str:
    """Return what stands before the next dash: `A title – A conference 2011 – (1:01)`."""
    return _DASHES.split(text)[0].strip(' "“”„')


def _is_whole(item: Item, written: WrittenText | None) -> bool:
    """Return whether nothing is left out of a title but signs and numbers before it, as a date.

    Of a text that leads to a link, a remark may be left out behind it.
    """
    if item.url is not None and written is not None:
        before, title, _ = written.text.partition(item.title)
        return bool(title) and not any(map(str.isalpha, before))
    if item.description is None or written is None or item.description != written.text:
        return item.description is None
    before = written.text.removesuffix(item.title)
    return before != written.text and not any(map(str.isalpha, before))


def _is_authored(item: Item, written: WrittenText | None, way: Way) -> bool:
    """Return whether a text is parted in this way already, because its author is a usual name."""
    if written is None or not (item.url or item.description):
        return False
    found = way.part(written.text)
    if found is None or not found.named:
        return False
    first = way.author_first and item.url is not None and found.title.startswith(item.title)
    if not (first or found.title.endswith(item.title)):
        return False
    return item.url is not None or way.may_have(item.title, written.text)

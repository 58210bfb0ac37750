"""Books in Chinese quotation marks: what follows `《书》` after a dash, and who wrote it."""

import re

from recall.lazy_regex import lazy_regex

# An edition or a volume belongs to the title: `《书》（第2版）`.
_BOOK = r"(?P<book>《[^《》]{1,300}》(?:\s?[(（][^()（）]{0,12}[版卷册部集篇][)）])?)"
# `《书》— 作者：说明`, `《书》（作者）`, `《书》 作者`; with a chapter after it, all is the title.
_OF_BOOKS = "读讀评評论論谈談解说說关關如何与與和的对對学學讲講析介看"
_NAME = (
    rf"(?:(?!研究|系列|续集|外传|导|導|笔记|筆記|注|译|譯|课|課|[{_OF_BOOKS}版卷册部集])"
    r"[\u4e00-\u9fff·]){2,6}"
)
"""An author right after a book, `《一本书》王五`; not `《一本书》导读`, which is about it."""

_FIRST = lazy_regex(
    r"(?:\d{1,2}[./]\d{1,2}\s+|[\u4e00-\u9fff]{2,4}：\s*)?"  # `12.24 《书》`, `博客：《书》`
    rf"{_BOOK}(?:\s*(?:[-–—:：/／(（|]|[,，](?!\s*《))(?!.{{0,10}}[版卷册章集部篇]).+"
    r"|(?:\s+|(?=[A-Z]))[^\d。：:《》版卷册章集部篇]{2,40}"
    rf"|[^\d。：:《》]{{2,30}}(?:著|编|編|译|譯|主编|等)|{_NAME})"
)
_AFTER_AUTHOR = lazy_regex(rf"[^\s\d：:《》]{{2,15}}\s+{_BOOK}")
"""`作者 《书》`, with a space between them."""

# `张三《书》`, `Ann Lee - 《书》`; not `评《书》`, which is about the book.
_AUTHOR_FIRST = lazy_regex(
    rf"(?:[^《》。，：:]{{2,30}}?\s+[-–—]{{1,2}}\s+|[^\W\d]{{2,4}}|[^\W\d]+(?:[·•.][^\W\d]+)+){_BOOK}"
)
_ABOUT = re.compile(f"[{_OF_BOOKS}]")


def book_in(text: str) -> str:
    """Return the book that a text begins with, or has after its author; "" if it has none."""
    found = _FIRST.fullmatch(text) or _AFTER_AUTHOR.fullmatch(text)
    return found["book"] if found else ""


def book_by(text: str) -> str:
    """Return the book right after its author in a text that has no more; "" for any other."""
    found = _AUTHOR_FIRST.fullmatch(text)
    before = text[: found.start("book")] if found else ""
    return found["book"] if found and not _ABOUT.search(before) else ""

"""Link texts that are no title: `pdf`, `code`, `github`, `链接`, `对应源码`."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

_LONGEST = 200
"""A longer text is a title; a label is short."""


def _words(text: str) -> Iterator[str]:
    """Yield runs of letters of one script. A regex of all letters takes 4 ms to compile."""
    for script, letters in groupby(text, _script):
        if script:
            yield "".join(letters)


def _script(letter: str) -> str:
    if "a" <= letter <= "z":
        return "Latin"
    if "\u4e00" <= letter <= "\u9fff":
        return "Han"
    return "other" if letter.isalpha() else ""


_EMPTY_WORDS = frozenset(
    (
        "a alt an and article arxiv at badge bibtex bilibili biorxiv blog build by click "
        "code codes colab data dataset demo doc docs doi download downloads external for "
        "from full github gitlab here homepage html http https huggingface image img in is "
        "it label license link links mirror more official on online open openreview or "
        "original page paper pdf post poster ppt pptx project read repo repository s see "
        "slide slides source star stars status supp supplementary text the this thread to "
        "url version video videos view watch web webpage website wechat www youtube zhihu "
        # small words between links: [slides] zum [talk]
        "with of zum zur von der die das für und de du des la le les pour et para el los y con "
        "per di del il da do em e o"
    ).split()
)

_ALSO_NAMES = frozenset(("des", "der", "das", "die", "les", "con", "per", "with"))
"""Small words that are names in capitals: DES, the cipher."""

_EMPTY_HAN = (
    "论文 链接 代码 源代码 源码 源 地址 视频 官网 官方 网站 网页 网址 主页 项目 仓库 "
    "对应 点击 点我 这里 此处 这篇 详见 参见 参考 参阅 见 看 原文 原视频 原 译文 翻译 "
    "中文 英文 中 英 版 下载 文档 幻灯片 课件 讲义 知乎 微信 公众号 哔哩哔哩 博客 文章 "
    "地 和 与 及 或 的 在 也 阅读 观看 传送门 戳 打开 更多 图片 图"
).split()
"""Chinese words of labels; at each place the first that fits is left out."""


@lru_cache(maxsize=1024)  # asked several times in a row of one link
def says_something(text: str) -> bool:
    """Return whether a text is more than a label: `pdf`, `[code]`, `链接`, `here`, `👉`, `1`."""
    shown = text[:_LONGEST]
    text = shown.lower()
    for word in text.split():
        if word not in _EMPTY_WORDS and word.isascii() and word.isalpha():
            return True  # the usual case, at a tenth of the time
    if shown.isupper() and not _ALSO_NAMES.isdisjoint(_words(text)):
        return True
    words = _words(text)
    return any(word not in _EMPTY_WORDS and not _is_han_label(word) for word in words)


def _is_han_label(word: str) -> bool:
    """Return whether a word is nothing but labels. A regex would take 2 ms to compile."""
    at = 0
    while at < len(word):
        label = next((label for label in _EMPTY_HAN if word.startswith(label, at)), "")
        if not label:
            return False
        at += len(label)
    return True

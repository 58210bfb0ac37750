"""A command line whose links lead to pages of the test's own."""

from collections.abc import Iterator
from contextlib import contextmanager

from testing.commands.command_line import CommandLine
from testing.network.pages import CHINESE, ENGLISH, page, paragraphs
from testing.network.sites import Sites, reply, serving

CHINESE_PAGE = page("注意力机制", paragraphs(CHINESE, 60), lang="zh")
ENGLISH_PAGE = page("Attention", paragraphs(ENGLISH, 60))
ONE, TWO, WALL = "https://a.example/1", "https://b.example/2", "https://zhuanlan.zhihu.com/p/3"
"""An article in Chinese, one in English, and a site that wants a login."""

REPLIES = {
    "a.example/1": reply(CHINESE_PAGE),
    "b.example/2": reply(ENGLISH_PAGE),
    "zhuanlan.zhihu.com/p/3": reply(status="403 Forbidden"),
}


@contextmanager
def online(recall: CommandLine) -> Iterator[Sites]:
    """Let the pages of a command line be those of REPLIES, and `add` ask them."""
    recall.configure(fetch=True)
    with serving(REPLIES) as sites:
        recall.network = sites.network()
        yield sites

"""Where a bare URL in running text ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.formats.markdown.parsing.bare_urls import match, unescape


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://a.com/x y", "https://a.com/x"),
        ("https://a.com/x.", "https://a.com/x"),
        ("https://a.com/x, and", "https://a.com/x"),
        ("https://a.com/x?y=1&z=2!", "https://a.com/x?y=1&z=2"),
        ("https://a.com/x**", "https://a.com/x"),
        ("https://a.com/x?list=Yy_", "https://a.com/x?list=Yy_"),
        ("https://a.com/x），见", "https://a.com/x"),
        ("https://a.com/x，很好", "https://a.com/x"),
        ("https://a.com/x。", "https://a.com/x"),
        ("https://a.com/x“引", "https://a.com/x"),
        ("https://a.com/x》", "https://a.com/x"),
        ("https://a.com/x）", "https://a.com/x"),
        ("https://en.wikipedia.org/wiki/A_(b)", "https://en.wikipedia.org/wiki/A_(b)"),
        ("https://en.wikipedia.org/wiki/A_(b))", "https://en.wikipedia.org/wiki/A_(b)"),
        ("https://a.com/x)这里", "https://a.com/x"),
        ("https://a.com/x]", "https://a.com/x"),
        ("https://a.com/?k[]=1 ", "https://a.com/?k[]=1"),
        ("https://a.com/a|b", "https://a.com/a"),
        ("https://arxiv.org/abs/1706.03762这篇", "https://arxiv.org/abs/1706.03762"),
        ("https://a.com这里", "https://a.com"),
        ("https://zh.wikipedia.org/wiki/注意力机制", "https://zh.wikipedia.org/wiki/注意力机制"),
        (
            "https://zh.wikipedia.org/wiki/注意力机制，另见",
            "https://zh.wikipedia.org/wiki/注意力机制",
        ),
        (
            "https://zh.wikipedia.org/wiki/Transformer模型 ",
            "https://zh.wikipedia.org/wiki/Transformer模型",
        ),
        ("https://baike.baidu.com/item/BERT模型/12", "https://baike.baidu.com/item/BERT模型/12"),
        ("https://a.com/s?q=词向量&p=2", "https://a.com/s?q=词向量&p=2"),
        ("https://a.com/人々", "https://a.com/人々"),
        ("https://例子.com/x", "https://例子.com/x"),
        ("www.a.com/x)", "www.a.com/x"),
        ('https://a.com/["]', "https://a.com/"),
        ("https://", ""),
        ("https:// a", ""),
        ("https://，", ""),
    ],
)
def test_a_url_ends_where_the_sentence_goes_on(text: str, url: str) -> None:
    assert match(text, 0) == url


def test_a_quote_or_a_space_is_no_url() -> None:
    assert match(' "', 0) == ""


def test_markdown_escapes_and_entities_are_undone() -> None:
    raw = match(r"https://a.com/x\_y?a=1&amp;b=2", 0)
    assert unescape(raw) == "https://a.com/x_y?a=1&b=2"


@given(st.text("a/.:?=&()[]{}，。）字词 *_\\<>|\"'", max_size=60))
def test_what_is_taken_is_a_prefix_without_space_or_cjk_punctuation(tail: str) -> None:
    url = match("https://h.com/" + tail, 0)
    assert ("https://h.com/" + tail).startswith(url)
    assert not set(url) & set(' ，。）<>|"')
    assert url.count(")") <= url.count("(")

"""Hosts in a column of addresses."""

import pytest

from recall.formats.markdown.reader import parse


@pytest.mark.parametrize(
    ("head", "cell", "url"),
    [
        ("Website", "oaks.dev", "http://oaks.dev"),
        ("官网", "oaks.org", "http://oaks.org"),
        ("Link", "https://oaks.org", "https://oaks.org"),
        ("Link", "node.js", None),
        ("Made with", "asp.net", None),
    ],
)
def test_a_host_alone_is_an_address_where_the_head_says_so(
    head: str, cell: str, url: str | None
) -> None:
    text = f"| Name | {head} |\n|-|-|\n| Fine oaks | {cell} |\n\n- [One](http://a/1)"
    expected = [("Fine oaks", url)] if url else []
    assert [(item.title, item.url) for item in parse(text).items] == [
        *expected,
        ("One", "http://a/1"),
    ]

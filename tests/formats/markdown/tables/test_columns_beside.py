"""Which column holds the titles, where several could."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("| 主题 | 资源 | 链接 |\n|-|-|-|\n| 网络 | Fine nets | <PAGE> |", "Fine nets"),
        ("| Topic | Resource | Link |\n|-|-|-|\n| Nets | Fine nets | [Link](PAGE) |", "Fine nets"),
        ('| Source | Idea | Link |\n|-|-|-|\n| Nets | It is "very fine" | <PAGE> |', "Nets"),
        ("| Name | Rating |\n|-|-|\n| [ex](PAGE) | :fire: a tool |", "ex"),
        ("| 主题 | 链接 |\n|-|-|\n| 网络 | [链接](PAGE) |", "网络"),
        ("| Topic | Resources |\n|-|-|\n| Nets | [Fine nets](PAGE) |", "Fine nets"),
    ],
)
def test_a_resource_is_no_topic(text: str, title: str) -> None:
    assert told(parse(written(text))) == [f"{title} > PAGE"]

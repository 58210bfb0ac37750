"""Containers of site generators are folds, and their names are those of sections."""

import pytest

from recall.formats.markdown.reader import parse


@pytest.mark.parametrize(
    ("opened", "closed", "section"),
    [
        ("::: details 书单", ":::", ("L", "书单")),
        (":::{dropdown} Papers", ":::", ("L", "Papers")),
        ('::: card title="Papers" icon="book"', ":::", ("L", "Papers")),
        ("::: tip", ":::", ("L",)),
        ("::: warning 注意", ":::", ("L",)),
        ('{{< admonition note "书单 2024" false >}}', "{{< /admonition >}}", ("L", "书单 2024")),
        ('{{% details "Papers" %}}', "{{% /details %}}", ("L", "Papers")),
        (":::: columns\n::: details Papers", ":::\n::::", ("L", "Papers")),
    ],
)
def test_a_container_is_a_fold(opened: str, closed: str, section: tuple[str, ...]) -> None:
    text = f"# L\n{opened}\n- [One](http://a/1)\n{closed}\n- [Two](http://a/2)\n"
    one, two = parse(text).items
    assert (one.section, two.section, one.note, two.note) == (section, ("L",), None, None)

"""Links, tables, URLs and bullets as public lists write them, one table for each."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.markdown import Case, assert_in_order, rows

NOTHING = "no link and no checkbox"
RELATIVE = "a relative link"
BADGE = "a badge or counter, not a reading"

BADGES = [
    Case(
        "a badge that leads to the reading",
        "| 标题 | 视频 |\n|--|--|\n| Whisper | [![](https://img.shields.io/b)](http://bili/1) |",
        [("Whisper", "http://bili/1", "", False)],
    ),
    Case(
        "a picture with a title",
        "[![Let's build GPT](https://img/0.jpg)](http://yt/1)",
        [("Let's build GPT", "http://yt/1", "", False)],
    ),
    Case(
        "a picture in HTML",
        '<a href="http://yt/1"><img src="http://img/0.jpg" alt="Building GPT"></a>',
        [("Building GPT", "http://yt/1", "", False)],
    ),
    Case(
        "counters and citations",
        "- [Paper](http://a/1) [![cited](https://img.shields.io/c)](https://www.semanticscholar.org/p)"
        " [![](https://badge.fury.io/b.svg)](https://badge.fury.io/py/x)",
        [("Paper", "http://a/1", "", False)],
        (BADGE, BADGE),
    ),
    Case(
        "star history",
        "- [Star History](https://star-history.com/#a/b)\n- [Repo of x](http://a/1)",
        [("Repo of x", "http://a/1", "", False)],
        (BADGE,),
    ),
    Case(
        "images are no resources",
        "![plot](http://img/1.png)\n\n- [One](http://a/1) ![x](http://img/2.png)",
        [("One", "http://a/1", "", False)],
        ("an image, not a reading", "an image, not a reading"),
    ),
]

TABLES = [
    Case(
        "without outer pipes, several links in a row",
        "Title | Links\n--|--\n[One](http://a/1) | [pdf](http://a/2) [code](http://a/3)\nTwo | [pdf](http://a/4)",
        [("One", "http://a/1", "", False), ("Two", "http://a/4", "", False)],
    ),
    Case(
        "titled links in two cells",
        "A | B\n--|--\n[One](http://a/1) | [Two](http://a/2)",
        [("One", "http://a/1", "", False), ("Two", "http://a/2", "", False)],
    ),
    Case(
        "a row without a link",
        "A | B\n--|--\nOne | Two\n[Three](http://a/1) | x",
        [("Three", "http://a/1", "", False)],
        (NOTHING,),
    ),
    Case(
        "links in the head",
        "| [One](http://a/1) | [Two](http://a/2) |\n|--|--|",
        [("One", "http://a/1", "", False), ("Two", "http://a/2", "", False)],
    ),
]

URLS = [
    Case(
        "reference links and autolinks",
        "- [One][1]\n- [Two]\n- <https://a.com/x>\n\n[1]: http://a/1\n[two]: http://a/2",
        [
            ("One", "http://a/1", "", False),
            ("Two", "http://a/2", "", False),
            ("a.com/x", "https://a.com/x", "", False),
        ],
    ),
    Case(
        "parentheses and underscores",
        "- [One](https://a/wiki/X_(y))\n- https://a.com/wiki/_X_(y)_z\n- (https://a.com/z)",
        [
            ("One", "https://a/wiki/X_(y)", "", False),
            ("a.com/wiki/_X_(y)_z", "https://a.com/wiki/_X_(y)_z", "", False),
            ("a.com/z", "https://a.com/z", "", False),
        ],
    ),
    Case(
        "Chinese after a bare URL",
        "- 论文一读：https://a.com/x，很好\n- 注意力（https://a.com/y）。",
        [
            ("论文一读", "https://a.com/x", "", False),
            ("注意力", "https://a.com/y", "", False),
        ],
    ),
    Case(
        "Han in a path, linked and bare, as written",
        "- [注意力](https://zh.wikipedia.org/wiki/注意力机制)\n- https://zh.wikipedia.org/wiki/词嵌入，",
        [
            ("注意力", "https://zh.wikipedia.org/wiki/注意力机制", "", False),
            ("zh.wikipedia.org/wiki/词嵌入", "https://zh.wikipedia.org/wiki/词嵌入", "", False),
        ],
    ),
    Case(
        "percent signs and ampersands as written",
        "- [One](https://a/?t=https%3A//b&amp;c=%e4)",
        [("One", "https://a/?t=https%3A//b&c=%e4", "", False)],
    ),
    Case(
        "full-width parentheses and a space break a link but lose nothing",
        "- [One]（https://a.com/1）\n- [Two](https://a.com/x y)",
        [("One", "https://a.com/1", "", False), ("Two", "https://a.com/x y", "", False)],
    ),
    Case(
        "www without a scheme",
        "- Title: www.a.com/x\n- [Two](www.b.com)",
        [("Title", "http://www.a.com/x", "", False), ("Two", "http://www.b.com", "", False)],
    ),
    Case(
        "a host without a scheme",
        "- One: a.dev/x\n- 二木。项目地址:b.app/x\n- Three. Website: c.com/ and so on.\n"
        "- [Four](d.ai)\n- [Five](e.cn/x)\n"
        "- [README](readme.cn)\n- Six in node.js and asp.net\n- me@a.dev/x",
        [
            ("One", "http://a.dev/x", "", False),
            ("二木", "http://b.app/x", "", False),
            ("Three", "http://c.com/", "", False),
            ("Four", "http://d.ai", "", False),
            ("Five", "http://e.cn/x", "", False),
        ],
        ("a relative link", *["no link and no checkbox"] * 2),
    ),
]

NEVER = [
    Case(
        "fences, inline code, comments and indented code",
        "```\n- [ ] [no](http://no)\n```\n`http://no` `[x](http://no)`\n"
        "<!-- [no](http://no)\n\nhttp://no -->\n\n"
        "    http://no\n\n~~~\nhttp://no\n~~~\n- [yes sir](http://a/1)",
        [("yes sir", "http://a/1", "", False)],
        (*["in code"] * 3, *["in a comment"] * 2, *["in code"] * 2),
    ),
    Case(
        "front matter",
        "---\ntitle: x\nlink: http://no\n---\n\n- [One](http://a/1)",
        [("One", "http://a/1", "", False)],
        ("in the front matter",),
    ),
    Case(
        "TOML front matter",
        '+++\nlink = "http://no"\n+++\n[One](http://a/1)',
        [("One", "http://a/1", "", False)],
        ("in the front matter",),
    ),
    Case(
        "a rule at the start is no front matter",
        "---\n\n[One](http://a/1)\n\n---\n\n[Two](http://a/2)",
        [("One", "http://a/1", "", False), ("Two", "http://a/2", "", False)],
    ),
    Case(
        "links that are no web pages",
        "- [a0]()\n- [a1](#x)\n- [a2](mailto:a@b.c)\n- [a3](tel:1)\n"
        "- [a4](javascript:x)\n- [a5](../b.md)\n"
        "- [ ] [a6](b.md)\n- [A file](ftp://x/y)\n- [One](http://a/1)\n- [A note](ahttp://x)",
        [
            ("a6", None, "", False),
            ("A file", None, "", False),
            ("One", "http://a/1", "", False),
            ("A note", None, "", False),
        ],
        (
            "an empty link",
            "an in-page anchor",
            "an e-mail address",
            "a phone number",
            "a script, not a page",
            RELATIVE,
            f"{RELATIVE}; its title is kept",
            "an FTP address, which browsers no longer open; its title is kept",
            "not a web page; its title is kept",
        ),
    ),
    Case(
        "a relative link gives its title to the link beside it",
        "- [Some Title](notes.md) [pdf](http://a/1)",
        [("Some Title", "http://a/1", "", False)],
        (RELATIVE,),
    ),
]

BULLETS = [
    Case(
        "stars, pluses, numbers and tabs",
        "* [One](http://a/1)\n\t* [Two](http://a/2)\n\n+ [Three](http://a/3)\n\n1、[Four](http://a/4)\n2、Five",
        [
            ("One", "http://a/1", "", False),
            ("Two", "http://a/2", "", False),
            ("Three", "http://a/3", "", False),
            ("Four", "http://a/4", "", False),
        ],
        (NOTHING,),
    ),
    Case(
        "a list that is indented as a whole",
        "## A\n\n    - [ ] [One](http://a/1)\n\n\t- [x] [Two](http://a/2)",
        [("One", "http://a/1", "A", False), ("Two", "http://a/2", "A", True)],
    ),
    Case(
        "a mark of the byte order and Windows line ends",
        "\ufeff# A\r\n\r\n- [ ] [One](http://a/1)\r\n- [x] [Two](http://a/2)\r\n",
        [("One", "http://a/1", "A", False), ("Two", "http://a/2", "A", True)],
    ),
]

CASES = [*BADGES, *TABLES, *URLS, *NEVER, *BULLETS]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_shape_is_read_as_the_person_meant_it(case: Case) -> None:
    found = parse(case.text)
    assert rows(found) == case.items
    assert tuple(skipped.reason for skipped in found.skipped) == case.reasons
    assert_in_order(found, case.text)


BADGE = "[![Spaces](https://img.shields.io/badge/x-blue)](https://ex.com/spaces)"


@pytest.mark.parametrize(
    "text",
    [
        f"# Awesome {BADGE}\n- [One](http://a/1)",
        f"# Awesome\n{BADGE}\n\n## A\n- [One](http://a/1)",
        f"{BADGE} {BADGE}\n# Awesome\n- [One](http://a/1)",
        "# L\n\n[![Logo](a/logo.png)](https://ex.com/page)\n\n- [One](http://a/1)",
        "# L\n[![Zoom](/zoom.svg#badge)](https://ex.com/room)\n\n- [One](http://a/1)",
    ],
)
def test_badges_above_the_first_reading_are_about_the_list(text: str) -> None:
    found = parse(text)
    assert [item.title for item in found.items] == ["One"]
    assert {one.reason for one in found.skipped} == {"a badge or counter, not a reading"}


def test_a_badge_beside_a_title_leads_to_it() -> None:
    found = parse(f"# L\n## A Fine Paper\n{BADGE}\n## Other\n- [One](http://a/1)")
    assert [(item.title, item.url) for item in found.items] == [
        ("A Fine Paper", "https://ex.com/spaces"),
        ("One", "http://a/1"),
    ]

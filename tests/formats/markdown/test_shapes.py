"""Titles, boxes and headings as public lists write them, one table for each."""

import pytest

from recall.errors import BadFile
from recall.formats.markdown.reader import parse
from testing.lists.markdown import Case, assert_in_order, rows

NOTHING = "no link and no checkbox"

TITLES = [
    Case(
        "a citation with its link at the end",
        '- **[7]** Hinton, G., et al. "**A fast learning algorithm**." NC (2006). [[pdf]](http://a/x)',
        [("A fast learning algorithm", "http://a/x", "", False)],
    ),
    Case(
        "a citation without quotes",
        "- Deep Residual Learning, CVPR 2016 [[pdf](http://a/x)]",
        [("Deep Residual Learning", "http://a/x", "", False)],
    ),
    Case(
        "a title in another cell",
        "| # | Title | Link |\n|--|--|--|\n| 1 | Whisper 精读 | [link](http://a/x) |",
        [("Whisper 精读", "http://a/x", "", False)],
    ),
    Case(
        "the title's column is known by its name",
        "| By | 标题 | Link |\n|--|--|--|\n| Bob | Whisper | [link](http://a/x) |",
        [("Whisper", "http://a/x", "", False)],
    ),
    Case(
        "a title before a bare URL",
        "注意力是你所需要的一切：https://arxiv.org/abs/1\n",
        [("注意力是你所需要的一切", "https://arxiv.org/abs/1", "", False)],
    ),
    Case(
        "a title after a bare URL",
        "- https://a.com/x — Some Title\n- https://docs.travis-ci.com/x # Other Title",
        [
            ("Some Title", "https://a.com/x", "", False),
            ("Other Title", "https://docs.travis-ci.com/x", "", False),
        ],
    ),
    Case(
        "a title on the line above a bare URL",
        "Some Title\nhttps://a.com/x\nOther Title\nhttps://a.com/y",
        [
            ("Some Title", "https://a.com/x", "", False),
            ("Other Title", "https://a.com/y", "", False),
        ],
    ),
    Case(
        "a bold title on the line above a bare URL",
        "**Some Title**\nhttps://a.com/x",
        [("Some Title", "https://a.com/x", "", False)],
    ),
    Case(
        "a title on the bullet above, with several links",
        "- Attention is all you need\n  - [pdf](http://a/1)\n  - [code](http://a/2)",
        [("Attention is all you need", "http://a/1", "", False)],
    ),
    Case(
        "a title on the bullet above a bare URL",
        "- BERT\n  - https://arxiv.org/abs/2",
        [("BERT", "https://arxiv.org/abs/2", "", False)],
    ),
    Case(
        "several bare URLs under a bullet are a group",
        "- Papers on BERT\n  - https://a.com/1\n  - https://a.com/2",
        [
            ("a.com/1", "https://a.com/1", "Papers on BERT", False),
            ("a.com/2", "https://a.com/2", "Papers on BERT", False),
        ],
    ),
    Case(
        "a bullet above titled links is a section",
        "- Group：\n  - [One thing](http://a/1)\n- [Other](http://a/2)",
        [("One thing", "http://a/1", "Group", False), ("Other", "http://a/2", "", False)],
    ),
    Case("a bare URL alone", "https://a.com/x/\n", [("a.com/x", "https://a.com/x/", "", False)]),
    Case(
        "a link that says nothing, alone, keeps its text",
        "- [github](http://a/1)\n- [对应源码](http://a/2)",
        [("github", "http://a/1", "", False), ("对应源码", "http://a/2", "", False)],
    ),
    Case(
        "further links that say nothing",
        "- [Title](http://a/1) [[code](http://a/2)] | [知乎](http://a/3)",
        [("Title", "http://a/1", "", False)],
    ),
    Case(
        "further links with titles",
        "- [Part one](http://a/1)、[Part two](http://a/2)",
        [("Part one", "http://a/1", "", False), ("Part two", "http://a/2", "", False)],
    ),
    Case(
        "further links under an entry",
        "- [Course](http://a/1)\n  - [slides](http://a/2)\n  - [Lecture 1](http://a/3)",
        [("Course", "http://a/1", "", False), ("Lecture 1", "http://a/3", "Course", False)],
    ),
    Case(
        "a description is no title",
        "- [Title](http://a/1) - a long description\n  that runs on, with [code](http://a/2)",
        [("Title", "http://a/1", "", False)],
    ),
    Case(
        "broken emphasis",
        "- **[One title**](http://a/1)\n- [*【BBuf】*十三，笔记](http://a/2)\n- **[ Two](http://a/3)**",
        [
            ("One title", "http://a/1", "", False),
            ("【BBuf】十三，笔记", "http://a/2", "", False),
            ("Two", "http://a/3", "", False),
        ],
    ),
    Case(
        "stars that mean something, entities and escapes",
        "- [A*算法 &amp; a * b](http://a/1)\n- [C\\* text](http://a/2)",
        [("A*算法 & a * b", "http://a/1", "", False), ("C* text", "http://a/2", "", False)],
    ),
    Case(
        "prose around links",
        "You may read [Deep Work](http://a/1) and\nthen [Dune](http://a/2).",
        [("Deep Work", "http://a/1", "", False), ("Dune", "http://a/2", "", False)],
    ),
]

BOXES = [
    Case(
        "all kinds of boxes",
        "- [x] [A1](http://a/1)\n- [X] [A2](http://a/2)\n- [ ] [A3](http://a/3)\n"
        "- [-] [A4](http://a/4)\n- [/] [A5](http://a/5)\n- [>] [A6](http://a/6)",
        [
            ("A1", "http://a/1", "", True),
            ("A2", "http://a/2", "", True),
            ("A3", "http://a/3", "", False),
            ("A4", "http://a/4", "", False),
            ("A5", "http://a/5", "", False),
            ("A6", "http://a/6", "", False),
        ],
    ),
    Case(
        "the child inherits the box of its parent",
        "- [x] Week one\n\t- [Lecture](http://a/1)\n\t- [ ] [Reading](http://a/2)\n- [Other](http://a/3)",
        [
            ("Lecture", "http://a/1", "Week one", True),
            ("Reading", "http://a/2", "Week one", False),
            ("Other", "http://a/3", "", False),
        ],
    ),
    Case(
        "the box of a title above its link",
        "- [x] Attention is all you need\n  - [pdf](http://a/1)",
        [("Attention is all you need", "http://a/1", "", True)],
    ),
    Case(
        "no space after the box",
        "- [ ]《统计学习方法》\n- [x]《深度学习》\n-[x] [Title](http://a/1)",
        [
            ("《统计学习方法》", None, "", False),
            ("《深度学习》", None, "", True),
            ("Title", "http://a/1", "", True),
        ],
    ),
    Case(
        "marks at the start of a line",
        "- ✅ [One](http://a/1)\n- ⬜ [Two](http://a/2)\n- ☑️ [Three](http://a/3)\n\n✔ [Four](http://a/4)",
        [
            ("One", "http://a/1", "", True),
            ("Two", "http://a/2", "", False),
            ("Three", "http://a/3", "", True),
            ("Four", "http://a/4", "", True),
        ],
    ),
    Case(
        "marks in a column",
        "| Done | Title |\n|--|--|\n| ✅ | [One](http://a/1) |\n"
        "| ⬜ | [Two](http://a/2) |\n| [x] | Book |",
        [
            ("One", "http://a/1", "", True),
            ("Two", "http://a/2", "", False),
            ("Book", None, "", True),
        ],
    ),
    Case(
        "several marks in a row are features",
        "| Tool | Free | Fast |\n|--|--|--|\n| [One](http://a/1) | ✅ | ✅ |",
        [("One", "http://a/1", "", False)],
    ),
    Case(
        "a box in a title is no box",
        "- [[x] marks the spot](http://a/1)\n- [Title [x]](http://a/2)",
        [
            ("[x] marks the spot", "http://a/1", "", False),
            ("Title [x]", "http://a/2", "", False),
        ],
    ),
    Case(
        "numbered boxes",
        "1. [x] [One](http://a/1)\n2. [ ] [Two](http://a/2)\n\n3、[x] [Three](http://a/3)\n4、[Four](http://a/4)",
        [
            ("One", "http://a/1", "", True),
            ("Two", "http://a/2", "", False),
            ("Three", "http://a/3", "", True),
            ("Four", "http://a/4", "", False),
        ],
    ),
    Case(
        "notes under a box without a link",
        "- [x] Deep Work\n  - good on rituals\n- plain bullet",
        [("Deep Work", None, "", True)],
        (NOTHING,),
    ),
]

HEADINGS = [
    Case(
        "real headings and bold lines",
        "# A\n**B**\n\n[One](http://a/1)\n\n**C**\n\n[Two](http://a/2)\n\n## D\n[Three](http://a/3)",
        [
            ("One", "http://a/1", "A/B", False),
            ("Two", "http://a/2", "A/C", False),
            ("Three", "http://a/3", "A/D", False),
        ],
    ),
    Case(
        "underlined headings",
        "A\n===\n\nB\n---\n\n- [One](http://a/1)",
        [("One", "http://a/1", "A/B", False)],
    ),
    Case(
        "a line that ends in a colon",
        "**A**\n\n论文：\n\n- [One](http://a/1)\n\nVideos:\n\n- [Two](http://a/2)",
        [("One", "http://a/1", "A/论文", False), ("Two", "http://a/2", "A/Videos", False)],
    ),
    Case(
        "prose that ends in a colon is none",
        "I read a lot. These I liked best of all the books this year:\n\n- [One](http://a/1)",
        [("One", "http://a/1", "", False)],
    ),
    Case(
        "bold with a colon and bold that is broken",
        "**A**：\n[One](http://a/1)\n\n**B **\n\n[Two](http://a/2)",
        [("One", "http://a/1", "A", False), ("Two", "http://a/2", "B", False)],
    ),
    Case(
        "a summary, closed again",
        "# A\n<details><summary><b>B</b></summary>\n- [One](http://a/1)\n\n</details>\n\n- [Two](http://a/2)",
        [("One", "http://a/1", "A/B", False), ("Two", "http://a/2", "A", False)],
    ),
    Case(
        "folds that end right below their lists",
        "<details><summary>A</summary>\n\n- [One](http://a/1)\n  - [Two](http://a/2)\n</details>\n\n"
        "- <details><summary>B</summary>\n\n  - [C D](http://a/3)\n  </details>\n- [E F](http://a/4)",
        [
            ("One", "http://a/1", "A", False),
            ("Two", "http://a/2", "A", False),
            ("C D", "http://a/3", "B", False),
            ("E F", "http://a/4", "", False),
        ],
    ),
    Case(
        "headings inside list items",
        "- ## A\n  - [One](http://a/1)\n- ## B\n- [Two](http://a/2)",
        [("One", "http://a/1", "A", False), ("Two", "http://a/2", "B", False)],
    ),
    Case(
        "a link on the second line of a bullet with a list",
        "1. A\n   [One book](http://a/1)\n   - [x] [Two](http://a/2)",
        [("One book", "http://a/1", "A", False), ("Two", "http://a/2", "A", True)],
    ),
    Case(
        "headings that repeat the titles below them, with numbers",
        "### 1、One\n[One](http://a/1)\n\n### 2、Two\n[Two](http://a/2)",
        [("One", "http://a/1", "", False), ("Two", "http://a/2", "", False)],
    ),
    Case(
        "headings that are works, with words after their links",
        "# Done\n\n#### [One](http://a/1) of mine\n\n#### [Two](http://a/2) (2/3)",
        [("One", "http://a/1", "Done", True), ("Two", "http://a/2", "Done", True)],
    ),
    Case(
        "headings that end in a word of the status",
        "# A - Done\n- [One](http://a/1)\n# B (completed)\n- [Two](http://a/2)",
        [("One", "http://a/1", "A - Done", True), ("Two", "http://a/2", "B (completed)", True)],
    ),
    Case(
        "months above single addresses",
        "### 9 月\nhttp://a/1\n\n### May 2020\nhttp://a/2",
        [("a/1", "http://a/1", "9 月", False), ("a/2", "http://a/2", "May 2020", False)],
    ),
    Case(
        "a box without text under one with text",
        "- [x] One\n  - [x] \n- [ ] [Two](http://a/2)",
        [("One", None, "", True), ("Two", "http://a/2", "", False)],
        ("a checkbox without a title",),
    ),
    Case(
        "lines in brackets above lists",
        "# A\n【书籍】\n- [One](http://a/1)\n\n[To go]\n1. [Two](http://a/2)\n\n[More on 1/2]\n- [3 C](http://a/3)",
        [
            ("One", "http://a/1", "A/书籍", False),
            ("Two", "http://a/2", "A/To go", False),
            ("3 C", "http://a/3", "A/To go", False),
        ],
    ),
    Case(
        "headings in Korean and Japanese that say what is read",
        "# 다 읽은 책\n- [One](http://a/1)\n# 📕완료\n- [Two](http://a/2)\n# 読み終わった本\n- [C D](http://a/3)",
        [
            ("One", "http://a/1", "다 읽은 책", True),
            ("Two", "http://a/2", "📕완료", True),
            ("C D", "http://a/3", "読み終わった本", True),
        ],
    ),
    Case(
        "addresses below titles with numbers and words about them",
        "1、甲：一个很好用的工具。\n\n地址：http://a/1\n\n题目：A fine text\n\n地址：http://a/2",
        [("甲", "http://a/1", "", False), ("A fine text", "http://a/2", "", False)],
    ),
    Case(
        "sentences above links with labels",
        "### 甲课\n这门课以书籍作为教材，对重要的概念和算法进行了讲解。\n课件：http://a/1\n讲义：http://a/2",
        [("甲课", "http://a/1", "甲课", False)],
    ),
    Case(
        "a label that only names an address below a title",
        "- A fine text\n  - 书籍：http://a/1\n  - 代码：http://a/2",
        [("A fine text", "http://a/1", "", False)],
    ),
    Case(
        "a table with the title of one section in each row",
        "|섹션 제목|주제|진행 여부|자료|\n|--|--|--|--|\n|가나|One|✅ 2025/04/18|[바로가기](http://a/1)|\n"
        "|가나|Two||[바로가기](http://a/2)|\n|가나|C D||[바로가기](http://a/3)|",
        [
            ("One", "http://a/1", "", True),
            ("Two", "http://a/2", "", False),
            ("C D", "http://a/3", "", False),
        ],
    ),
    Case(
        "a table that repeats its heads",
        "|Title|Note|\n|--|--|\n|[One](http://a/1)|fine|\n|Title|Note|\n|[Two](http://a/2)|good|",
        [("One", "http://a/1", "", False), ("Two", "http://a/2", "", False)],
    ),
    Case(
        "a tick with another presentation",
        "- [One](http://a/1) \\| Ann ✔\ufe0e\n- ✔\ufe0e [Two](http://a/2)",
        [("One", "http://a/1", "", True), ("Two", "http://a/2", "", True)],
    ),
    Case(
        "a heading with words about it and its pointers",
        "## A\n\n### The fine tool\n\nIt is a tool.\n\n- [官网地址](http://a/1)\n- [Github](http://a/2)",
        [("The fine tool", "http://a/1", "A", False)],
    ),
    Case(
        "signs that are explained",
        "> ✅ **Words** say that it is read\n\n- ✅ [One](http://a/1)",
        [("One", "http://a/1", "", True)],
    ),
    Case(
        "links on lines of their own below a bullet",
        "- A\n\n  [One book](http://a/1)\n\n  [Two](http://a/2)",
        [("One book", "http://a/1", "A", False), ("Two", "http://a/2", "A", False)],
    ),
    Case(
        "hashes without a space",
        "##A\n[One](http://a/1)\n\n#标签\n\n- [Two](http://a/2)",
        [("One", "http://a/1", "A", False), ("Two", "http://a/2", "标签", False)],
    ),
    Case(
        "hashtags are no headings",
        "#reading #ml\n\n#books\n\n- [One](http://a/1)",
        [("One", "http://a/1", "", False)],
    ),
    Case(
        "a heading that is a link",
        "# A\n## [The book](http://a/1)\n- [One](http://a/2)\n## [B](#b)\n- [Two](http://a/3)",
        [
            ("The book", "http://a/1", "A/The book", False),
            ("One", "http://a/2", "A/The book", False),
            ("Two", "http://a/3", "A/B", False),
        ],
        ("an in-page anchor",),
    ),
    Case(
        "an HTML heading",
        '<h2 align="center">A</h2>\n\n- <a href="http://a/1">One</a>',
        [("One", "http://a/1", "A", False)],
    ),
]

CASES = [*TITLES, *BOXES, *HEADINGS]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_shape_is_read_as_the_person_meant_it(case: Case) -> None:
    found = parse(case.text)
    assert rows(found) == case.items
    assert tuple(skipped.reason for skipped in found.skipped) == case.reasons
    assert_in_order(found, case.text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: x\n---\n\n[One](http://a)", 5),
        ("- a title\n\n  that goes on\n\n  [One](http://a)", 5),
        ("some\nlines\nabove [One](http://a)", 3),
        ("A|B\n-|-\nx|y\n[One](http://a)|", 4),
        ("<!-- a\n\nb -->\n[One](http://a)", 4),
        ("- [ ] One", 1),
        ("> - x\n> - [One](http://a)", 2),
    ],
)
def test_an_item_knows_the_line_it_stands_on(text: str, line: int) -> None:
    assert parse(text).items[0].line == line


def test_sections_are_those_with_items_or_with_nothing_under_them() -> None:
    found = parse("# A\n## B\n## C\n### D\n[x y](http://a)\n# E\n[z w](http://b)\n## F\n")
    assert found.sections == (("A", "B"), ("A", "C", "D"), ("E",), ("E", "F"))


def test_items_before_any_heading_stand_in_the_section_without_a_name() -> None:
    assert parse("[x y](http://a)\n# A\n").sections == ((), ("A",))


def test_what_is_passed_over_is_named_with_its_line() -> None:
    found = parse("- [One](http://a)\n- *plain* `bullet`\n- [Notes](n.md)")
    assert [(s.line, s.text) for s in found.skipped] == [(2, "plain bullet"), (3, "Notes")]


def test_only_an_unusable_link_is_no_list() -> None:
    with pytest.raises(BadFile):
        parse("- [Notes](notes.md)")

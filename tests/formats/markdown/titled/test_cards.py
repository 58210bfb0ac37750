"""Cards: one title, and below it one fact or one link to a line, each after its label."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written

ODD = "- **论文**: PAPER\n- **我的主机**: OTHER\n- **年份**: 2024"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "### 1. 一片林\n- **作者**: 李\n- **论文**: PAPER\n- **项目页**: PAGE",
            ["一片林 > PAPER | page  PAGE"],
        ),
        (
            "### Elms\n- **论文**: PAPER\n- **TODO**: run it\n### Oaks\n- **论文**: PAPER2",
            ["Elms > PAPER", "Oaks > PAPER2"],
        ),
        (f"### 一片林\n{ODD}", ["一片林 > PAPER | page 我的主机 OTHER"]),
        (
            "- [ ] **Fine Oaks**\n  - **Paper:** PAPER\n  - **Our logs & more:** OTHER\n"
            "  - **Year:** 2024",
            ["Fine Oaks > PAPER | page Our logs & more OTHER"],
        ),
        (
            "### Fine Oaks\n**Link:** PAGE\n**Status:** read\n**Replication:** OTHER",
            ["Fine Oaks > PAGE | page Replication OTHER"],
        ),
        (
            "### 一片林\n- 链接：PAPER\n- 状态：已读\n- 笔记：看完去读 [另一片](OTHER)。",
            ["一片林 > PAPER | page 另一片 OTHER"],
        ),
        (
            "- Fine Oaks\n  - Link: PAGE\n  - Status: read\n  - Thoughts: as in [Elms](OTHER)",
            ["Fine Oaks > PAGE | page Elms OTHER"],
        ),
        (
            "### Oaks\n- Course: PAGE\n- Elms of a Town: OTHER\n- Video: VIDEO",
            ["Course > PAGE", "Elms of a Town > OTHER", "youtu.be/abc > VIDEO"],
        ),
        (
            "### Fine Oaks\n| | |\n|-|-|\n| **Paper** | PAPER |\n| Code | REPO |\n| Year | 2024 |",
            ["Fine Oaks > PAPER | code  REPO"],
        ),
        (
            "### Lecture 1: Oaks\n| Slides | SLIDES |\n|-|-|\n| Video | VIDEO |",
            ["Lecture 1: Oaks > VIDEO | slides  SLIDES"],
        ),
        (
            "1. Fine Oaks\n\n   | Paper | PAPER |\n   |-|-|\n   | Code | REPO |",
            ["Fine Oaks > PAPER | code  REPO"],
        ),
        (
            "<details><summary>Fine Oaks</summary>\n\n- Paper: PAPER\n- Code: REPO\n\n</details>",
            ["Fine Oaks > PAPER | code  REPO"],
        ),
        (
            "**Title:** Oaks\n**Link:** PAGE\n**Author:** Ann\n**Status:** Done\n\n"
            "**Title:** Elms\n**Link:** OTHER",
            ["Oaks > PAGE", "Elms > OTHER"],
        ),
        (
            "**题目**：一片很大的林\n**来源**：OSDI 2004\n**链接**：PAPER\n**代码**：REPO\n"
            "**总结**：（待读）先看[那篇](OTHER)\n\n**题目**：另一片\n**链接**：PAGE",
            ["一片很大的林 > PAPER | code  REPO | page 那篇 OTHER", "另一片 > PAGE"],
        ),
        (
            "## 木\n\nタイトル: 良い森の本\n著者: 山田\nリンク: PAGE\nメモ: 次は[この本](OTHER)を",
            ["良い森の本 > PAGE | page この本 OTHER"],
        ),
        (
            "**タイトル**: 良い森\n**会議**: ある学会 2020\n**URL**: PAGE\n**スライド**: SLIDES",
            ["良い森 > PAGE | slides  SLIDES"],
        ),
        (
            "제목: 나무의 책\n저자: 김나무\n링크: PAGE\n요약: 좋다. [리뷰](OTHER) 참고",
            ["나무의 책 > PAGE | page 리뷰 OTHER"],
        ),
        (
            "Title: Fine Oaks\nVenue: OSDI 2004\nPDF: PAPER\nNotes: see [this talk](OTHER) by Bob",
            ["Fine Oaks > PAPER | video this talk OTHER"],
        ),
        (
            "# Fine Oaks\n## 论文信息\n- **论文标题**: Fine Oaks in Woods\n- **论文链接**: PAPER\n"
            "- **项目主页**: REPO\n## Why\n- words",
            ["Fine Oaks in Woods > PAPER | code  REPO"],
        ),
        (
            "### Basics\n- **Oak paper**: Lee 2011\n- **论文链接**: PAPER\n- **Old elms**: OTHER",
            ["arxiv.org/abs/2401.00001 > PAPER", "Old elms > OTHER"],
        ),
        (
            "## Links\n| Name | Link |\n|-|-|\n| Slides | PAGE |\n| Video | OTHER |",
            ["ex.com/page > PAGE", "ex.com/other > OTHER"],
        ),
    ],
)
def test_a_card_is_one_work_with_all_its_links(text: str, items: list[str]) -> None:
    assert told(parse(written(text))) == items


@pytest.mark.parametrize(
    ("state", "box", "read_on", "note"),
    [
        ("✅ read", "x", None, None),
        ("reading", "/", None, None),
        ("to read", " ", None, None),
        ("[x] 已读 → 笔记见 `a.md`", "x", None, "笔记见 a.md"),
        ("[x] 已读 (2024-05-01) → 笔记见 `a.md`", "x", "2024-05-01", "笔记见 a.md"),
        ("done (2024-05-01), notes in a", "x", "2024-05-01", "notes in a"),
        ("read on 2024-05-01", "x", "2024-05-01", None),
        ("✅ Finished in May 2024", "x", "2024-05", None),
        ("🟡 In progress — page 40", "/", None, "page 40"),
        ("[ ] To read [x] Reading [ ] Done", "/", None, None),
        ("[ ] 未读 [ ] 已读", " ", None, None),
        ("[x] To read [x] Done", " ", None, "Status: [x] To read [x] Done"),
        ("Read (March 2024)", "x", "2024-03", None),
        ("read later", " ", None, None),
        ("read by many", " ", None, "Status: read by many"),
    ],
)
def test_the_state_of_a_card(state: str, box: str, read_on: str | None, note: str | None) -> None:
    card = f"## FT\n- **Title:** Fine Trees\n- **Link:** http://a\n- **Status:** {state}\n"
    (item,) = parse(card).items
    assert (item.title, item.url, item.note) == ("Fine Trees", "http://a", note)
    assert (item.checked, item.begun) == (box == "x", box == "/")
    assert item.read_on == read_on


@pytest.mark.parametrize(
    "text",
    [
        "1. **Fine Trees**\n   **Paper:** http://a\n   **Status:** done",
        "- Title: Fine Trees\n  Status: done\n  URL: http://a",
        "**Title:** Fine Trees\n**Done:** yes\n**Link:** http://a",
        "### Fine Trees\n- Link: http://a\n- **Read**: ✅ 2024-05-01",
        "### Fine Trees\n**Link:** http://a\n**Status:** read\n**Replication:** http://b",
    ],
)
def test_a_line_of_an_entry_tells_its_state_too(text: str) -> None:
    (item,) = parse(text).items
    assert (item.title, item.checked) == ("Fine Trees", True)
    assert (item.description, item.note) == (None, None)


@pytest.mark.parametrize(
    ("line", "begun"),
    [
        ("进度：做到 lab 3", True),
        ("进度：lab3", True),
        ("进度：在学，第 5 章", True),
        ("進捗: 50%", True),
        ("Progress: chapter 4", True),
        ("Progress: starts 2024-05", False),
        ("Progress: 0/12", False),
        ("Idea: big trees（まだ途中）", True),
        ("Idea: big trees (in a wood)", False),
    ],
)
def test_a_card_tells_how_far_somebody_is(line: str, begun: bool) -> None:
    for text in (
        f"### Oaks of the north\n\n- Homepage: <http://a/1>\n- {line}",
        f"### [Oaks of the north](http://a/1)\n\n- Author: Ann Lee\n- {line}",
    ):
        (item,) = parse(text).items
        assert (item.title, item.begun, item.checked) == ("Oaks of the north", begun, False)

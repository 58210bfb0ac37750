"""A title with nothing but links and remarks under it is one work, whatever the title stands on."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written

WORK = "A Fine Paper > PAPER | code  REPO"
TITLES = [
    "**A Fine Paper**",
    "### A Fine Paper",
    "- A Fine Paper",
    "- **A Fine Paper**",
    "**A Fine Paper** — first",
]
LINKS = [
    ["- 论文：PAPER", "- 代码：REPO"],
    ["- 论文：PAPER", "", "- 代码：REPO"],
    ["- CVPR 2020 Oral", "- 论文下载链接：PAPER", "- 代码（即将开源）：REPO"],
    ["- Paper: PAPER", "- Code: REPO", "- Status: read twice"],
    ["* Paper(Oral): PAPER", "* Code: REPO"],
    ["1. Paper: <PAPER>", "2. Code: <REPO>"],
]


@pytest.mark.parametrize("links", LINKS, ids=range(len(LINKS)))
@pytest.mark.parametrize("title", TITLES)
def test_links_under_a_title_are_one_work(title: str, links: list[str]) -> None:
    under = [f"   {line}" for line in links] if title.startswith("-") else ["", *links]
    found = parse(written("\n".join(["## Vision", "", title, *under, ""])))
    assert told(found) == [WORK]
    assert [item.section for item in found.items] == [("Vision",)]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1. A Fine Paper\n  - PAPER\n2. B\n  - PAPER2", ["A Fine Paper > PAPER", "B > PAPER2"]),
        (
            "10. A Fine Paper\n   - Paper: PAPER\n11. [B](PAGE)",
            ["A Fine Paper > PAPER", "B > PAGE"],
        ),
        (
            "1. A Fine Paper\n\n  - [pdf](PAPER)\n  - [code](REPO)",
            ["A Fine Paper > PAPER | code code REPO"],
        ),
        ("> 1. A Fine Paper\n>  - PAPER", ["A Fine Paper > PAPER"]),
        (
            "- [ ] Fine Nets\n  - [ ] Paper PAPER\n  - [ ] Video - VIDEO",
            ["Fine Nets > PAPER | video  VIDEO"],
        ),
        (
            "- [ ] Fine Nets\n  - [ ] Paper: PAPER\n  - [x] Code: REPO",
            ["arxiv.org/abs/2401.00001 > PAPER", "github.com/a/fine-repo > REPO"],
        ),
        (
            "- [ ] Fine Nets\n  - [ ] HN https://news.ycombinator.com/item?id=2",
            ["Fine Nets > https://news.ycombinator.com/item?id=2"],
        ),
        ("- **A Fine Paper** (2017) - on oaks\n  - 論文: PAPER", ["A Fine Paper > PAPER"]),
        ("- [ ] Fine Nets\n  - [豆瓣](PAGE)", ["Fine Nets > PAGE"]),
        ("- [ ] Fine Nets\n  - [Lee A (2018). Fine nets, Ash, Ulm](PAGE)", ["Fine Nets > PAGE"]),
        ("1. A Fine Paper\n- [B](PAGE)", ["B > PAGE"]),
        (
            "- Read:\n      - A Fine Talk, [blog](PAGE)\n      - [Bees](OTHER)",
            ["A Fine Talk > PAGE", "Bees > OTHER"],
        ),
        ("- [A](PAPER)\n\ntext\n\n  + [B](PAGE)", ["A > PAPER", "B > PAGE"]),
    ],
)
def test_a_list_belongs_under_the_bullet_that_it_is_indented_from(
    text: str, items: list[str]
) -> None:
    assert told(parse(written(text))) == items


@pytest.mark.parametrize(
    ("under", "items"),
    [
        (
            ["- what it is about", "- [Lecture Videos](VIDEO)"],
            ["C > PAGE | video Lecture Videos VIDEO"],
        ),
        (["- [Assignments](OTHER)"], ["C > PAGE | page Assignments OTHER"]),
        (
            ["- [Lecture 1](OTHER)", "- [Lecture 2](THIRD)"],
            ["C > PAGE", "Lecture 1 > OTHER", "Lecture 2 > THIRD"],
        ),
        (["- Available [here](OTHER)."], ["C > PAGE | page here OTHER"]),
        (["- A second work [pdf](OTHER)"], ["C > PAGE", "A second work > OTHER"]),
        (["- [ ] [Labs](OTHER)"], ["C > PAGE", "Labs > OTHER"]),
        (["- [Labs](OTHER) for experts"], ["C > PAGE", "Labs > OTHER"]),
    ],
)
def test_what_is_under_a_link_may_add_to_it(under: list[str], items: list[str]) -> None:
    text = "\n".join(["- [C](PAGE)", *(f"  {line}" for line in under)])
    assert told(parse(written(text))) == items


def test_what_stands_beside_a_bold_title_is_a_note() -> None:
    found = parse(written("**A Fine Paper** — first\nAnn Lee\n\n- Oral\n- Paper: PAPER"))
    assert [item.note for item in found.items] == ["first\nAnn Lee\nOral"]


def test_a_heading_names_the_links_right_below_it_also_above_a_list() -> None:
    found = parse(written("### A Fine Course\n[Home](PAGE) · [Schedule](OTHER)\n\n- [One](THIRD)"))
    assert told(found) == ["A Fine Course > PAGE | page Schedule OTHER", "One > THIRD"]


@pytest.mark.parametrize(
    "heading", ["### Title: A Fine Paper", "### A Fine Paper", "### 论文题目：A Fine Paper"]
)
def test_lines_with_labels_under_a_title_are_about_it(heading: str) -> None:
    lines = "Institution: Example\nConference: OSDI 2024\nPaper Link: PAPER\nSource Code: REPO\n"
    found = parse(
        written(f"# A\n{heading}\n{lines}\nSource Code:\n\n### Next Paper\nPaper: PAGE\n")
    )
    assert told(found) == ["A Fine Paper > PAPER | code  REPO", "Next Paper > PAGE"]
    assert found.items[0].note == "Institution: Example\nConference: OSDI 2024"

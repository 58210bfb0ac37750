"""A line without a link is the title of the address below it."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "## Fine oaks\n\nLee, Van Horn, ICFP 2014\n\nPAGE\n\n- Words.",
            ["Fine oaks > PAGE"],
        ),
        (
            "**Fine oaks** (free)\nA site / Ann Lee\nPAGE\nCode: REPO",
            ["Fine oaks (free) > PAGE | code  REPO"],
        ),
        ("## 2021-06-18 — Fine oaks\n\nPAGE", ["Fine oaks > PAGE"]),
        ("- 算法导论\n  - 下载地址：PAGE", ["算法导论 > PAGE"]),
        ("- 算法导论\n  链接：PAGE", ["算法导论 > PAGE"]),
        (
            "- 算法导论\n- 地址: PAGE\n- 编译原理\n- 地址: OTHER",
            ["算法导论 > PAGE", "编译原理 > OTHER"],
        ),
        ("操作系统导论\n\n链接: PAGE", ["操作系统导论 > PAGE"]),
        ("操作系统导论\n\n链接：PAGE 提取码：abcd", ["操作系统导论 > PAGE"]),
        ("A fine book\nLink: PAGE", ["A fine book > PAGE"]),
        ("**Oaks**: what it is. Project: PAGE", ["Oaks: what it is > PAGE"]),
        ("The home of oaks is at: PAGE", ["The home of oaks > PAGE"]),
        ("- A fine book\n- URL: PAGE", ["A fine book > PAGE"]),
        ("## 书籍\n- 《算法导论》\n- **下载地址**:PAGE", ["《算法导论》 > PAGE"]),
        (
            "## Books\n\nA fine book\n\nLink: PAGE\n\nA second book\n\nLink: OTHER",
            ["A fine book > PAGE", "A second book > OTHER"],
        ),
        ("Words\n\nA fine book\n\nPAGE\n\nWords", ["A fine book > PAGE"]),
        (
            "## Books\n\nFine books\n\nPAGE\n\nOTHER",
            ["ex.com/page > PAGE", "ex.com/other > OTHER"],
        ),
        ("- 地址: PAGE", ["ex.com/page > PAGE"]),
        ("* PAGE\n    ## 算法导论\n    OTHER", ["ex.com/page > PAGE", "算法导论 > OTHER"]),
        (
            "- A fine paper\n  - [Original Paper Link](PAPER) / Review Post / Review Video",
            ["A fine paper > PAPER"],
        ),
        (
            "- [A Fine Course](PAGE) - [Certificate](OTHER)",
            ["A Fine Course > PAGE | page Certificate OTHER"],
        ),
        ("Here are the books that we read:\n\nLink: PAGE", ["ex.com/page > PAGE"]),
        ("It is a fine thing.\n\nLink: PAGE", ["ex.com/page > PAGE"]),
    ],
)
def test_an_address_takes_its_title_from_the_line_above(text: str, expected: list[str]) -> None:
    assert told(parse(written(text))) == expected


def test_the_line_above_is_not_skipped_as_well() -> None:
    assert parse(written("- 算法导论\n- 地址: PAGE")).skipped == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Later\n\nAlpha: A fine work on nets\nPAGE", ["Alpha: A fine work on nets > PAGE"]),
        ("### A Fine Paper\n\nConference: The Fine One of 2019\nPAGE", ["A Fine Paper > PAGE"]),
        ("### A Fine Paper\n\nVenue: OSDI\n[pdf](PAPER)", ["A Fine Paper > PAPER"]),
        (
            "### A Fine Site\nIt has all of them.\n- URL: PAGE\n- Topics: nets",
            ["A Fine Site > PAGE"],
        ),
        (
            "### A Fine Net\nThe paper is available [here](PAPER). Its code is [here](REPO).",
            ["A Fine Net > PAPER | code here REPO"],
        ),
        ("**Alpha: A Fine Net** [Alpha arXiv:2401.00001](PAPER)", ["Alpha: A Fine Net > PAPER"]),
        (
            "### 2. A Fine Net (FN)\n**Authors:** Lee  \n**Year:** 2020\n\n**Idea:** It is fine."
            "\n\n- **arXiv:** PAPER\n- **GitHub:** REPO\n\n**Why:** It is the first.",
            ["A Fine Net (FN) > PAPER | code  REPO"],
        ),
        (
            "## A\nA Fine Net in Woods\n- [Paper] PAPER\n- [Code] REPO\n\nB Net\n- [Paper] PAPER2",
            ["A Fine Net in Woods > PAPER | code  REPO", "B Net > PAPER2"],
        ),
        (
            "### Systems\n- Book: Trees\n- Blog: [How we grow our trees](PAGE)\n"
            "- Talk: [How others grow their trees](VIDEO)",
            ["How we grow our trees > PAGE", "How others grow their trees > VIDEO"],
        ),
        ('**"Learning to Go"**\n- [Link al paper](PAPER)', ["Learning to Go > PAPER"]),
    ],
)
def test_a_title_with_a_colon_above_a_url_is_no_label(text: str, expected: list[str]) -> None:
    assert told(parse(written(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Fine nets\nPAGE", ["Fine nets > PAGE"]),
        ("## 网络\n**讲师**: Ann\n**链接**: [ex.com/page](PAGE)", ["网络 > PAGE"]),
        ("* Fine nets\n\n> PAGE\n\n* Trees\n\n> OTHER", ["Fine nets > PAGE", "Trees > OTHER"]),
        (
            "1. **Fine nets.** ACL.\n\n[paper](PAPER) [code](REPO)",
            ["Fine nets > PAPER | code code REPO"],
        ),
        ("- Fast nets\n\n[paper](PAPER)", ["paper > PAPER"]),
        ("## Fine nets\n\n    PAGE\n", ["Fine nets > PAGE"]),
        ("### 3. Fine nets\nA Firm, 2021.\nPAGE\nThey are fine.", ["Fine nets > PAGE"]),
        ("## Fine nets\nA fine paper on oaks\nPAGE", ["A fine paper on oaks > PAGE"]),
        (
            "## Nets\n[Ex Blog](http://ex.com/blog)\n\n[Trees](PAGE)",
            ["Ex Blog > http://ex.com/blog", "Trees > PAGE"],
        ),
        (
            "## How fine nets grow in woods\nPAPER\nREPO",
            ["How fine nets grow in woods > PAPER | code  REPO"],
        ),
        (
            "**How fine nets grow in woods**\nAnn Lee*, Bob Ray\n"
            "[ACL 2023 Outstanding](PAPER) • [Code](REPO)",
            ["How fine nets grow in woods > PAPER | code Code REPO"],
        ),
        ("Some code:\n\n    curl PAGE\n\n[Alpha](PAPER)", ["Alpha > PAPER"]),
        ("## Fine nets\nPAGE\nThey are fine, and so are others.", ["Fine nets > PAGE"]),
        ("## Fine nets\n\nPAGE It collects all of them.", ["Fine nets > PAGE"]),
        ("## Fine nets\n\nPAGE is popular.", ["Fine nets > PAGE"]),
        (
            "## 网络\n\n### nets\n\nex.com/page。该项目提供网络，支持很多。",
            ["nets > http://ex.com/page"],
        ),
        ("## 网络工具箱\n\nPAGE 开源项目，汇总了很多。也有网络", ["网络工具箱 > PAGE"]),
        ("## Fine nets\n\nPAGE A paper on oaks", ["A paper on oaks > PAGE"]),
        ("## 网络工具箱\n\nPAGE - 一个网站，提供基础教程。", ["一个网站，提供基础教程 > PAGE"]),
        (
            "## Fine nets\n\nPAGE It is on oaks.\n\nOTHER It is on elms.",
            ["It is on oaks > PAGE", "It is on elms > OTHER"],
        ),
        (
            "## Oaks of old\nPAGE\n\nOTHER\n## Ashes\nPAPER\n\nREPO\n## Elms of old\nTHIRD",
            [
                "ex.com/page > PAGE",
                "ex.com/other > OTHER",
                "arxiv.org/abs/2401.00001 > PAPER",
                "github.com/a/fine-repo > REPO",
                "ex.com/third > THIRD",
            ],
        ),
        ("## Useful links\n[Link to a page on trees](PAGE)", ["Link to a page on trees > PAGE"]),
        (
            "## A fine talk\n- **Speaker**: Ann\n- **Length**: 45 min\n- **Link**: [Video](VIDEO)"
            "\n- **Paper**: [pdf](PAPER)",
            ["A fine talk > PAPER | video Video VIDEO"],
        ),
        ("## Fine nets\n[pdf](PAPER) [code](REPO)", ["Fine nets > PAPER | code code REPO"]),
        ("## Fine nets\nPAGE\nOTHER", ["ex.com/page > PAGE", "ex.com/other > OTHER"]),
        ("## Fine nets\n\nPAGE\n\nOTHER", ["ex.com/page > PAGE", "ex.com/other > OTHER"]),
        ("**Fine nets**\n\nPAGE\n\nTrees: OTHER", ["ex.com/page > PAGE", "Trees > OTHER"]),
    ],
)
def test_a_heading_is_the_title_of_one_address_below_it(text: str, expected: list[str]) -> None:
    assert told(parse(written(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## [C1] PAGE (mandatory)", ["C1 > PAGE"]),
        ("## Fine nets PAGE (mandatory)", ["Fine nets > PAGE"]),
        ("## PAGE (optional)", ["ex.com/page > PAGE"]),
        (
            "## [N1] PAGE\nThey use trees. Focus on OTHER and THIRD",
            ["N1 > PAGE | page  OTHER | page  THIRD"],
        ),
        (
            "## Fine nets PAGE\n\nThey are fine. See also OTHER",
            ["Fine nets > PAGE | page  OTHER"],
        ),
    ],
)
def test_a_heading_with_an_address_is_a_work_and_no_section(text: str, expected: list[str]) -> None:
    found = parse(written(f"# A list\n\n{text}\n"))
    assert told(found) == expected
    assert {item.section for item in found.items} == {("A list",)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lee, A., & Ray, B. (2015). *Fine Oaks (3rd Ed).*\n\n> You find it [here](PAPER), or "
            "printed from [Amazon](OTHER).",
            ["Fine Oaks (3rd Ed) > PAPER | page Amazon OTHER"],
        ),
        (
            "Lee, A. (2015, version 0.5). *Learning of Oaks*\n\n> You can download a "
            "[PDF version](PAPER) of it.",
            ["Learning of Oaks > PAPER"],
        ),
        ("Some words on oaks.\n\n> It is [A fine oak](PAGE).", ["A fine oak > PAGE"]),
        ("Lee, A. (2015). *Fine oaks*.\n\nRead [A fine oak](PAGE).", ["A fine oak > PAGE"]),
        ("Lee, A. (2015). *Fine oaks*.\n\n> [A fine oak](PAGE)", ["A fine oak > PAGE"]),
    ],
)
def test_a_citation_has_the_links_that_are_quoted_below_it(text: str, expected: list[str]) -> None:
    assert told(parse(written(text))) == expected


@pytest.mark.parametrize(
    ("state", "mark"),
    [
        ("(완)", (True, False)),
        ("（已读）", (True, False)),
        ("(read)", (True, False)),
        ("(수강중)", (False, True)),
        ("（在读）", (False, True)),
        ("(reading)", (False, True)),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n**Trees of the north** {}\nAnn Lee\n<http://a/1>",
        "# A\n\n**Trees of the north** {}\nAnn Lee\n<http://a/1>\nCode: <http://a/2>",
        "# A\n\n### Trees of the north {}\n\n<http://a/1>",
        "# A\n\n### **Trees of the north** {}\n\n- Paper: http://a/1\n- Code: http://a/2",
        "# A\n\n### Trees of the north {}\n\n- Paper: http://a/1\n- Code: http://a/2",
    ],
)
def test_a_state_in_brackets_is_no_part_of_the_title(
    text: str, state: str, mark: tuple[bool, bool]
) -> None:
    (item,) = parse(text.format(state)).items
    assert (item.title, (item.checked, item.begun)) == ("Trees of the north", mark)

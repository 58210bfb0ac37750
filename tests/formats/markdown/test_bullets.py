"""A title with nothing but links and remarks under it is one work, whatever the title stands on."""

import pytest

from recall.formats.markdown.reader import parse
from testing.marked_links import told, written

WORK = "A Fine Paper > PAPER | code  REPO"
TITLES = ["**A Fine Paper**", "### A Fine Paper", "- A Fine Paper", "- **A Fine Paper**"]
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

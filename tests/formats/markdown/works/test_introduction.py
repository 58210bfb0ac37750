"""What a file says of itself before its first section has no readings, however it links."""

import pytest

from recall.domain.library.catalog import ReadOptions
from recall.formats.markdown.reader import parse
from recall.formats.markdown.works.introduction import INTRODUCTION

REST = """
## Trees

- [One](https://ex.com/1)
- [Two](https://ex.com/2)
- [Three](https://ex.com/3)
- [Four](https://ex.com/4)
"""

SAID = {
    "prose": "Please tell me with [a good message](https://ex.com/x) if one is missing.",
    "another list": "Also see my other collection [of good trees](https://ex.com/x).",
    "where it is from": (
        "This list is based on the answers to this question of mine: [Trees?](https://ex.com/x)"
    ),
    "a link on a line of its own": "For those that share good insight see\n[here](https://ex.com/x).",
    "its sources": "*Sources: [A Fine List](https://ex.com/x), friends*",
    "whom it is like": "Inspired by [A Fine List](https://ex.com/x)",
    "a remark in brackets": "本列表开源（GitHub: [list](https://ex.com/x)），欢迎投稿。",
    "Chinese": "关于往年的顶会论文以及其他优质论文和大盘点，详见： https://ex.com/x",
    "a quotation": "> Texts have many forms,\n> such as\n> [Markdown](https://ex.com/x) and\n> [more](https://ex.com/y).",
    "what is said of it": "[Rust](https://ex.com/x), a language for all,\nis fine.",
    "a wrapped sentence": (
        "A map of fine trees, such as [Elms](https://ex.com/x), the [Oaks](https://ex.com/y),\n"
        "and [Ashes](https://ex.com/z)."
    ),
    "a link that begins a line": (
        "It is sorted by how they grow on my own land:\n[Elms](https://ex.com/x), the\n"
        "[Oaks](https://ex.com/y)."
    ),
    "a badge between its lines": (
        "A list of fine trees\n[![Star](https://img.shields.io/x.svg)](https://ex.com/b)\n"
        "for all of us, see [Elms](https://ex.com/x)."
    ),
    "a row": "[Home](https://ex.com/x) · [Find](https://ex.com/y) · [Feed of all](https://ex.com/z)",
    "a bullet that only points": "- Every Monday\n- [노션 페이지](https://ex.com/x)",
    "the code of the list": "- [GitHub 仓库](https://ex.com/x)",
    "a page of its author": "个人主页：[小林的树](https://ex.com/x)",
    "a blog": "- ブログ: [木の部屋](https://ex.com/x)",
    "a blog that shows its address": "블로그: https://ex.com/x",
    "bullets that only point": "- [Website](https://ex.com/x) · [Blog](https://ex.com/y)",
}
ENTRIES = {
    "a line that begins with it": "[A Fine Book](https://ex.com/x), by Ann Lee",
    "a line that names it": "The full course: [A Fine Book](https://ex.com/x)",
    "a line below words": "These are some that I like\n[A Fine Book](https://ex.com/x)",
    "a line with an arrow": "Start here with trees → [A Fine Book](https://ex.com/x)",
    "a line in Chinese that names it": "某某官方提供的在线阅读网站：https://ex.com/x",
    "a title in quotes": '"A Fine Book (on Trees)" https://ex.com/x',
    "a citation that begins with it": '"Fine Book." *A Dictionary*, a press of ours, https://ex.com/x',
    "a line with its kind": "#Trees\nBook: Oaks - Ann Lee\nPodcast: A Fine Talk (https://ex.com/x)",
    "a title before a tab": "A fine book\thttps://ex.com/x",
    "a bullet": "- Read some pages of [A Fine Book](https://ex.com/x)",
    "a box": "- [ ] [Website](https://ex.com/x)",
    "an address": "- https://ex.com/x",
    "a bullet with a title before its link": "- A fine book [Website](https://ex.com/x)",
    "below a table": (
        "| Title |\n|---|\n| [Zero](https://ex.com/0) |\n\n"
        "I like some pages of [A Fine Book](https://ex.com/x)"
    ),
    "under a heading": "# Books\n\nI like some pages of [A Fine Book](https://ex.com/x)",
}


SAID["a cover above it"] = (
    "# [<img src='c.png'>](https://ex.com/c)\n> Trees such as [Elms](https://ex.com/x)."
)
ENTRIES["a second title above it"] = "# Books\n> Trees such as [Elms](https://ex.com/x)."


@pytest.mark.parametrize("text", SAID.values(), ids=SAID)
def test_links_in_an_introduction_are_skipped_and_told(text: str) -> None:
    found = parse(f"# A list\n\n{text}\n{REST}")
    assert [item.title for item in found.items] == ["One", "Two", "Three", "Four"]
    told = [line for line in found.skipped if line.reason == INTRODUCTION]
    assert any("https://ex.com/x" in line.text for line in told)


@pytest.mark.parametrize("text", ENTRIES.values(), ids=ENTRIES)
def test_entries_before_the_first_section_are_taken(text: str) -> None:
    found = parse(f"# A list\n\n{text}\n{REST}")
    assert found.items[-5].url == "https://ex.com/x"


def test_rows_of_badges_are_no_introduction() -> None:
    badge = "[![{0}](https://img.shields.io/{0})](https://ex.com/{0})"
    rows = "\n".join((badge.format("awesome"), badge.format("live"), badge.format("chat")))
    found = parse(f"{rows}\n\n# A list\n{REST}")
    assert [item.title for item in found.items] == ["One", "Two", "Three", "Four"]


def test_a_list_that_is_all_prose_is_taken() -> None:
    text = "# A list\n\nI like some pages of [A Fine Book](https://ex.com/x).\n"
    assert [item.title for item in parse(text).items] == ["A Fine Book"]


def test_who_asks_for_a_section_gets_its_introduction_too() -> None:
    text = f"# A list\n\n{SAID['prose']}\n{REST}"
    assert len(parse(text, options=ReadOptions(sections=("A list",))).items) == 5


def test_the_first_of_several_sections_has_no_introduction() -> None:
    text = f"# Trees\n\n{SAID['prose']}\n\n- [Five](https://ex.com/5)\n{REST}"
    several = text.replace("## Trees", "# More")
    assert len(parse(text).items) == 5
    assert len(parse(several).items) == 6

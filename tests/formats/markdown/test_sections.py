"""Sections: lines that name one, for how long, and lines that do not."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.markdown import Case, rows

L = "[One](http://a/1)"
M = "[Two](http://a/2)"
A, B, C, D = (f"http://{site}.org/x" for site in "abcd")


def found(*sections: str) -> list[tuple[str, str | None, str, bool]]:
    names = ("One", "Two", "Three")
    return [(names[at], f"http://a/{at + 1}", one, False) for at, one in enumerate(sections)]


PARTS = ["Lecture 1", "Part II", "Chapter 3", "第二讲"]

CASES = [
    Case("a colon before a list", f"Videos:\n\n- {L}\n- {M}", found("Videos", "Videos")),
    Case("a colon before links", f"论文：\n{L}\n{M}", found("论文", "论文")),
    Case("paragraphs of links", f"论文：\n\n{L}\n\n{M}", found("论文", "论文")),
    Case(
        "a colon is for its list alone",
        f"# A\n\nI liked these:\n\n- {L}\n\nThat was all.\n\n- {M}",
        found("A/I liked these", "A"),
    ),
    Case("until other links", f"Liked:\n\n- {L}\n\n{M}", found("Liked", "")),
    Case("until a table", f"Liked:\n- {L}\n\na|b\n-|-\n{M}|x\n", found("Liked", "")),
    Case("a colon before prose", f"In short:\n\nThat is it.\n\n- {L}", found("")),
    Case("a colon before words", f"Topics:\n\n- nets\n\n- {L}", found("Topics")),
    Case("a colon in an item", f"- Group\n\n  Liked:\n  - {L}\n- {M}", found("Group/Liked", "")),
    Case("a colon at the end", f"- {L}\n\nTo be continued:", found("")),
    Case("a colon before a heading", f"Liked:\n\n# A\n- {L}", found("A")),
    Case("a class", f"# Group {{-}}\n- {L}\n- {M}", found("Group", "Group")),
    Case(
        "its word goes on below",
        "- Nets:\n  - [Nets in woods](http://a/1)",
        [("Nets in woods", "http://a/1", "Nets", False)],
    ),
    Case(
        "a control of the page",
        f"## Group [[edit](http://a/9)]\n- {L}\n- {M}",
        found("Group", "Group"),
    ),
    Case("a dash at the end", f"- Group -\n  - {L}\n  - {M}", found("Group", "Group")),
    Case(
        "bold over a repository",
        "**Trees**\n**[Fine-repo](https://github.com/a/fine-repo)**",
        [("Fine-repo", "https://github.com/a/fine-repo", "Trees", False)],
    ),
    Case("code is no list", f"**Topics covered**:\n`a` `b`\n\n- {L}", found("")),
    Case(
        "bold before its list",
        f"**Papers:**\n\n- {L}\n\nAnd:\n\n- {M}",
        found("Papers", "Papers/And"),
    ),
    Case("bold over bold", f"**A**\n\n**Beta**\n\n- {L}\n\n**C**\n\n- {M}", found("Beta", "C")),
    Case("bold with a remark", f"**Beta** (any order)\n\n- {L}", found("Beta (any order)")),
    Case("a remark in bold", f"## Beta\n__(what I liked the most)__\n\n- {L}", found("Beta")),
    Case("bold in brackets", f"## Beta\n\n**(a year)**\n\n- {L}", found("Beta/(a year)")),
    Case("bold with signs", f"🚀 **Beta** :star:\n\n- {L}", found("🚀 Beta")),
    Case("bold in a sentence", f"**Beta** is fine\n\n- {L}", found("")),
    Case(
        "headings that are works",
        f"# A\n## B\n### {L}\nICML 2020\n1. a note\n\n### {M}\n",
        found("A/B", "A/B"),
    ),
    Case(
        "works under a work",
        f"# A\n- {L}\n  - {M}\n    - [Three](http://a/3)",
        found("A", "A", "A"),
    ),
    Case("works under a title", f"# A\n- Nets\n  - {L}\n    - {M}", found("A/Nets", "A/Nets")),
    Case("boxes under a box", f"# A\n- [ ] {L}\n  - [ ] {M}", found("A", "A")),
    Case("a group under a work", f"# A\n- {L}\n  - Nets\n    - {M}", found("A", "A/Nets")),
    Case("a work with a list under it", f"# A\n## {L}\n- {M}", found("A/One", "A/One")),
    Case("a work with a section", f"# A\n## {L}\n### C\n- {M}", found("A/One", "A/One/C")),
    Case("a word beside a work", f"# A\n## Book: {L}\n## B\n{M}", found("A/Book: One", "A/B")),
    Case(
        "links in a heading",
        f"## Events / [2010](#a) / [2011](#b) / 2012\n- {L}",
        found("Events / 2012"),
    ),
    Case(
        "back to the top",
        f"## Papers [⬆](#top)\n- {L}\n## B (back to top)\n- {M}",
        found("Papers", "B"),
    ),
    Case("a line back to the top", f"## A\n- {L}\n\n**(back to top)**\n\n- {M}", found("A", "A")),
    Case(
        "the code of an emoji",
        f"## :rocket: Papers :star:\n- {L}\n\n:star:\n\n- {M}",
        found("Papers", "Papers"),
    ),
    Case(
        "a fold without a name",
        f"# A\n<details><summary>Click to expand</summary>\n\n- {L}\n\n</details>\n\n- {M}",
        found("A", "A"),
    ),
    Case(
        "a fold in a fold",
        f"<details><summary>A</summary><details><summary>More</summary>\n\n- {L}\n\n"
        f"</details>\n\n- {M}\n</details>",
        found("A", "A"),
    ),
    Case("how to unfold", f"<summary>A (click to expand)</summary>\n\n- {L}", found("A")),
    Case("a section called more", f"## More\n- {L}", found("More")),
    Case("setext", f"A\n===\n\nB\n---\n- {L}\n\nC\n---\n- {M}", found("A/B", "A/C")),
    Case("no space", f"##A\n- {L}\n\n###B\n- {M}", found("A", "A/B")),
    Case("no space, as a tag", f"#Papers\n\n- {L}\n\n#b\n\n- {M}", found("Papers", "Papers")),
    Case("no space over others", f"#Alfa\n\n##A\n\n- {L}\n\n##B\n- {M}", found("Alfa/A", "Alfa/B")),
    Case("in items", f"- ## A\n  - {L}\n- ### B\n  - {M}", found("A", "A/B")),
    Case("under an item", f"# A\n- {L}\n\n  ### B\n  - {M}\n## C", found("A", "A/B")),
    Case("what to do", f"## Week 0\n**Read** the article:\n\n{L}", found("Week 0")),
    Case("a date beside a work", f"# A\n## 2024-05-01 | {L}\nWords\n## B\n{M}", found("A", "A/B")),
    Case("a name beside a work", f"# A\n## {L} by Ann\nWords\n## B\n{M}", found("A", "A/B")),
    Case("titles at the top", f"# {L}\nWords\n# {M}\nWords", found("", "")),
    Case("signs around", f"-- Alfa\n\n- {L}\n\n◆ Béta ◆\n\n- {M}", found("Alfa", "Béta")),
    Case("signs of all sorts", f"• Alfa\n\n- {L}\n\n~ Beta ~\n\n- {M}", found("Alfa", "Beta")),
    Case("an arrow after", f"📚 Alfa\n\n- {L}\n\nBeta ↓\n\n- {M}", found("📚 Alfa", "Beta")),
    Case("in a frame", f"== Alfa ==\n{L}\n--- Beta ---\n{M}", found("Alfa", "Beta")),
    Case("one sign", f"-- Alfa\n\n- {L}\n- {M}", found("", "")),
    Case("numbers over bullets", f"1. A\n- {L}\n2. Beta\n- {M}", found("A", "Beta")),
    Case("bullets over numbers", f"* A\n1. {L}\n* Beta\n1. {M}", found("A", "Beta")),
    Case("no name over bullets", f"1. It is so.\n- {L}\n2. so\n- {M}", found("", "")),
    Case("steps over bullets", f"1. Read\n2. Write\n\n- {L}\n- {M}", found("", "")),
    Case(
        "over addresses",
        f"vue 3\n{A}\n{B}\n\nTools\n{C}\n{D}\nelms\n{C}e\n\nZed\n{C}z",
        [("a.org/x", A, "vue 3", False), ("b.org/x", B, "vue 3", False),
         ("c.org/x", C, "Tools", False), ("d.org/x", D, "Tools", False),
         ("elms", f"{C}e", "Tools", False), ("Zed", f"{C}z", "", False)],
    ),
    Case(
        "over addresses with titles",
        f"2024\n{A} One\n{B} - Two\nElms\n{C} (pdf)\n{D} (video)",
        [("One", A, "2024", False), ("Two", B, "2024", False),
         ("Elms", C, "2024", False), ("d.org/x", D, "2024", False)],
    ),
    Case(
        "over addresses below a line",
        f"Alfa\n\n{A}\n{B}\n\nBeta\n\n{C}\n{D}",
        [("a.org/x", A, "Alfa", False), ("b.org/x", B, "Alfa", False),
         ("c.org/x", C, "Beta", False), ("d.org/x", D, "Beta", False)],
    ),
    Case(
        "a title over a paper and its code",
        "Growing oaks\nhttps://arxiv.org/abs/2401.00001\nhttps://github.com/a/b",
        [("Growing oaks", "https://arxiv.org/abs/2401.00001", "", False),
         ("github.com/a/b", "https://github.com/a/b", "", False)],
    ),
    Case(
        "what a part is about",
        f"＊木について\n\n「一本の木」\n{A}\n\n＊森の本について\n私の好きな本です。\n{B}\n",
        [("「一本の木」", A, "木について", False),
         ("私の好きな本です", B, "森の本について", False)],
    ),
    Case("a hash at the end", f"## A ##\n- {L}\n\n##B##\n- {M}", found("A", "B")),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_line_names_a_section_as_the_person_meant_it(case: Case) -> None:
    assert rows(parse(case.text)) == case.items


def test_a_fold_without_a_name_is_no_section() -> None:
    text = "<details><summary>展开</summary>\n\n- [One](http://a/1)\n\n</details>"
    assert parse(text).sections == ((),)


def test_the_contents_end_at_a_line_across_the_page() -> None:
    text = "# L\n## Contents\n- [Books](https://a.com/b)\n\n---\n- [One](http://a/1)\n- [Two](http://a/2)"
    found = parse(text)
    assert [(item.title, item.section) for item in found.items] == [
        ("One", ("L",)),
        ("Two", ("L",)),
    ]
    assert [one.reason for one in found.skipped] == ["in the table of contents"]


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("## Nets ([back](#top))\n- [One](http://a/1)", [("Nets",)]),
        ("## [Nets](#nets)\n- [One](http://a/1)", [("Nets",)]),
        ("## Contents\n- [Nets](#nets)\n### Nets\n- [One](http://a/1)", [("Nets",)]),
    ],
)
def test_a_heading_is_not_part_of_the_way_through_the_page(
    text: str, sections: list[tuple[str, ...]]
) -> None:
    assert [item.section for item in parse(text).items] == sections


@pytest.mark.parametrize("heading", ["Contributors", "Thanks", "License", "贡献者"])
def test_a_heading_about_the_file_is_no_title_of_the_only_link_under_it(heading: str) -> None:
    books = "".join(f"- [The book {number}](http://a/{number})\n" for number in "123")
    found = parse(f"## Books\n{books}\n## {heading}\n- [Zed](https://zed.example.org/x)\n")
    assert [item.title for item in found.items] == ["The book 1", "The book 2", "The book 3"]
    assert [line.text for line in found.skipped] == ["Zed"]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("box", ["", "[ ] "])
def test_numbered_parts_under_a_work_stand_in_a_section_of_its_name(part: str, box: str) -> None:
    text = f"# A\n- {box}{L}\n  - {box}[{part}](http://a/2)\n- {box}[Three](http://a/3)"
    sections = [item.section for item in parse(text).items]
    assert sections == [("A",), ("A", "One"), ("A",)]


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("**day 10 (wednesday):**\n> FP\n\n- [ ] [One](http://a/1)", ("day 10 (wednesday)",)),
        ("**Day 10:**\n\nOn nets.\n\n- [One](http://a/1)", ("Day 10",)),
        ("**Topics covered:**\n\nOn nets.\n\nAnd trees.\n\n[One](http://a/1)", ()),
        ("Day 10:\n\nOn nets.\n\n- [One](http://a/1)", ()),
    ],
)
def test_a_bold_line_with_a_colon_names_the_list_below_a_remark(
    text: str, section: tuple[str, ...]
) -> None:
    (item,) = parse(text).items
    assert item.section == section


def test_a_heading_over_a_card_is_the_section_of_its_work() -> None:
    text = "# Club\n\n## Day {0}\n\n- Speaker: Ann Lee\n- Paper: [Fine {0}](https://ex.com/{0})\n"
    found = parse("\n".join(text.format(name) for name in ("oaks", "elms")))
    assert [item.section[-1] for item in found.items] == ["Day oaks", "Day elms"]

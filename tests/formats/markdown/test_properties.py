"""Whatever the text holds, the reader neither crashes nor lingers, and its answer is clean."""

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from recall.domain.library.catalog import ParsedList, ReadOptions
from recall.errors import BadFile
from recall.formats.markdown.reader import parse

FRAGMENTS = st.sampled_from(
    [
        "# ",
        "## ",
        "##",
        "- ",
        "* ",
        "1. ",
        "1、",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "[ ] ",
        "[x] ",
        "[-]",
        "✅",
        "✅ 2024-05-01",
        "#tag",
        "tags:: a, b",
        "- DONE ",
        "~~",
        "## Done\n",
        "id:: 1\n",
        "[title](http://a/b)",
        "[pdf](http://c)",
        "https://d.com/x，",
        "<https://e>",
        "www.f.com",
        "**",
        "*",
        "_",
        "`",
        "```\n",
        "---\n",
        "===\n",
        "| a | b |\n|--|--|\n",
        "|",
        "> ",
        "<!--",
        "-->",
        "<details>",
        "<summary>",
        "</summary>",
        "</details>",
        '<a href="http://g">',
        "</a>",
        "![i](http://h)",
        "[![](http://i)](http://j)",
        "[rel](x.md)",
        "[1]: http://k\n",
        "[t][1]",
        "：\n",
        ":",
        "字",
        "word ",
        "(1:20:38)",
        "\x00",
        "\u202e",
        "\\",
        "](",
        "![",
        "<br>",
        "\r\n",
    ]
)
LINES = st.tuples(
    st.sampled_from(["", "", "  ", "    ", "      "]),
    st.sampled_from(["- ", "1. ", "", "# ", "## ", "> ", "- [ ] ", "- [x] ", "- 1. ", "- - "]),
    st.sampled_from(
        [
            "A title",
            "[A title](https://a.example/1)",
            "[notes](https://a.example/2)",
            "https://a.example/3",
            "https://a.example/4 It is fine.",
            "[![S](https://img.shields.io/x.svg)](https://b.example/5)",
            "![i](i.png)",
            "**A title** by Ann Lee",
            "Done:",
            "DONE",
            "Link: https://a.example/6",
            "<details><summary>S</summary>",
            "```",
            "",
        ]
    ),
).map("".join)
"""Lines of lists, also those of which nothing is left when their boxes, badges and images are."""

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
QUICKLY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(text: str) -> ParsedList | None:
    try:
        return parse(text)
    except BadFile:
        return None


def assert_clean(found: ParsedList, text: str) -> None:
    last = len(re.findall(r"\r\n?|\n", text)) + 1
    for item in found.items:
        assert item.title
        assert item.title == item.title.strip()
        assert not CONTROL.search(item.title)
        assert item.url is None or re.match(r"(?i)https?://|http://www\.", item.url)
        assert item.section in found.sections
        assert 1 <= item.line <= last
        assert item.minutes is None or item.minutes > 0
        assert item.read_on is None or item.checked
        assert item.checked + item.begun + item.dropped <= 1
    for skipped in found.skipped:
        assert 1 <= skipped.line <= last
        assert not CONTROL.search(skipped.text)


@pytest.mark.slow
@QUICKLY
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    if found := read(text):
        assert_clean(found, text)


@QUICKLY
@given(st.lists(FRAGMENTS, max_size=40).map("".join))
@example("- DONE - DONE <summary>[ ] # ")
def test_any_mixture_of_markdown_is_read_or_refused(text: str) -> None:
    if found := read(text):
        assert_clean(found, text)


@QUICKLY
@given(st.lists(LINES, max_size=9).map("\n".join), st.booleans())
@example("## A title\n![i](i.png)\nhttps://a.example/4 It is fine.", False)
@example("- [ ] A title\n- [ ] ![i](i.png)\n  - [A title](https://a.example/1)", False)
@example("1. Done:\n      DONE\n      1. https://a.example/3", True)
def test_any_lines_of_a_list_are_read_or_refused(text: str, plain: bool) -> None:
    try:
        assert_clean(parse(text, options=ReadOptions(plain=plain)), text)
    except BadFile:
        return


@pytest.mark.slow
@QUICKLY
@given(st.lists(FRAGMENTS, max_size=25).map("".join))
def test_reading_depends_on_nothing_but_the_text(text: str) -> None:
    assert read(text) == read(text)


@pytest.mark.slow
@QUICKLY
@given(st.lists(FRAGMENTS, max_size=25).map("".join))
def test_windows_line_ends_change_nothing(text: str) -> None:
    text = text.replace("\r\n", "\n")
    assert read(text) == read(text.replace("\n", "\r\n"))


@pytest.mark.parametrize(
    "pattern",
    [
        "[",
        "![",
        "](",
        "[a](",
        "[[[a](b)",
        "![a](b)",
        "**a",
        "`",
        "<a ",
        "<!--",
        "http://a(",
        "\\",
        "https://",
        "www.a,",
        "> ",
        "- ",
        "|a",
        "[a\n",
        "[a]: b\n",
        "a|b\n",
        "- a\n",
        "T:\n",
        "x. ",
        "- [ ] a\n",
        "T http://b\n",
        "源代码",
        "a*b ",
        "\x00",
        "<br>",
        "<summary>",
        "</details>",
        "#a ",
        "<tr>",
        "<td>a",
        "<td rowspan=99 colspan=9>",
        "---\n",
        "**a**\n\n- pdf: http://b\n\n",
    ],
)
def test_hostile_repetition_hides_nothing_behind_it(pattern: str) -> None:
    read(pattern * (5_000 // len(pattern)) + "\n\n[end](http://end.x)\n")


def test_a_line_of_a_hundred_thousand_characters_is_read() -> None:
    found = parse("- [ ] " + "字 " * 50_000 + "[end](http://end.x)")
    assert [item.url for item in found.items] == ["http://end.x"]


@pytest.mark.parametrize("opener", ["> ", "- ", "1. "])
def test_deep_nesting_is_survived(opener: str) -> None:
    text = "[first](http://a)\n\n" + opener * 2_000 + "[deep](http://b)\n"
    assert parse(text).items[0].title == "first"


@pytest.mark.parametrize("opener", ["> ", "- ", "1. ", "> - "])
def test_what_follows_deep_nesting_is_read(opener: str) -> None:
    text = opener * 2_000 + "[deep](http://a)\n\n# End\n\n- [the last](http://b)\n"
    assert parse(text).items[-1].title == "the last"


def test_two_hundred_levels_of_bullets_are_all_read() -> None:
    text = "".join(
        f"{'  ' * depth}- [level {depth} title](http://a/{depth})\n" for depth in range(200)
    )
    assert [item.url for item in parse(text).items] == [f"http://a/{n}" for n in range(200)]


def test_forty_levels_of_bullets_are_all_read() -> None:
    text = "".join(
        f"{'  ' * depth}- level {depth} title\n{'  ' * depth}  - [a fine book {depth}](http://a/{depth})\n"
        for depth in range(40)
    )
    found = parse(text)
    assert len(found.items) == 40
    assert len(found.items[-1].section) == 40

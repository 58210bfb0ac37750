"""Text with URLs in it, as people paste it."""

import pytest

from recall.domain.library.catalog import ParsedList
from recall.errors import BadFile
from recall.formats.markdown.works.choosing import CHAT
from recall.formats.markdown.works.people import PERSON
from recall.formats.texts.plain_text import LONGEST_TITLE, looks_like, parse

A, B, C = ("https://example.org/a", "https://example.org/b", "https://example.org/c")


def shapes(text: str) -> list[tuple[str, str | None, str]]:
    found = parse(text, "my file")
    return [(item.title, item.url, "/".join(item.section)) for item in found.items]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (A, "example.org/a"),
        (f"<{A}>", "example.org/a"),
        (f"> {A}", "example.org/a"),
        (f"[1] {A}", "example.org/a"),
        (f"• {A}", "example.org/a"),
        (f"{A} | A title", "A title"),
        (f"{A} - A title", "A title"),
        (f"{A}\ta title", "a title"),
        (f"A title: {A}", "A title"),
        (f"A title - {A}", "A title"),
        (f"A title <{A}>", "A title"),
        (f"A title ({A})", "A title"),
        (f"{A} (A title)", "A title"),
        (f"一个标题：{A}", "一个标题"),
        (f"In {A} they say more.", "example.org/a"),
        (f"{'Words ' * LONGEST_TITLE}{A}", "example.org/a"),
        (f"see {A}", "example.org/a"),
    ],
)
def test_a_title_stands_beside_its_url(line: str, title: str) -> None:
    assert shapes(line) == [(title, A, "")]


def test_a_title_loses_what_its_site_puts_around_it() -> None:
    text = "https://arxiv.org/abs/2401.00001 | [2401.00001] A title"
    assert [item.title for item in parse(text, "my file").items] == ["A title"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Above\n{A}\n", [("Above", A, "")]),
        (f"Above\nby Ann\n{A}\n", [("example.org/a", A, "")]),
        (f"Above\nAnn Smith\n{A}\n", [("Above", A, "")]),
        (f"One\n{A}\nTwo\n{B}\n", [("One", A, ""), ("Two", B, "")]),
        (f"{A}\nOne\n{B}\nTwo\n", [("One", A, ""), ("Two", B, "")]),
        (f"{A}\n{B}\n", [("example.org/a", A, ""), ("example.org/b", B, "")]),
        (f"{A} {B}\n", [("example.org/a", A, ""), ("example.org/b", B, "")]),
        (f"Papers\n{A}\n{B}\n", [("example.org/a", A, "Papers"), ("example.org/b", B, "Papers")]),
        (f"Papers:\nOne {A}\n", [("One", A, "Papers")]),
        (
            f"Papers\n\n{A}\n\n{B}\n",
            [("example.org/a", A, "Papers"), ("example.org/b", B, "Papers")],
        ),
        (
            f"Papers\n======\n\n{A}\n\nTalks\n\n{B}\n",
            [("example.org/a", A, "Papers"), ("example.org/b", B, "Talks")],
        ),
        (
            f"others:\n{C}\n\npapers:\n{A}\n{B}\n",
            [
                ("example.org/c", C, "others"),
                ("example.org/a", A, "papers"),
                ("example.org/b", B, "papers"),
            ],
        ),
        (f"others:\n{C}\n", [("others", C, "")]),
        (f"Hello Ben,\n\n{A}\n", [("example.org/a", A, "")]),
        (f"Subject: x\nTo: {B}\n\n{A}\n-- \n{C}\n", [("example.org/a", A, "")]),
    ],
)
def test_titles_and_sections_stand_above_or_below(
    text: str, expected: list[tuple[str, str | None, str]]
) -> None:
    assert shapes(text) == expected


def test_running_text_is_the_description() -> None:
    found = parse(f"They say in\n{A} that it is good.\nI agree.\n", "my file")
    (item,) = found.items
    assert item.description == f"They say in\n{A} that it is good.\nI agree."


def test_people_chats_and_badges_are_no_readings() -> None:
    text = f"https://github.com/ann\nhttps://discord.gg/abc\nhttps://img.shields.io/a\n\n{A}\n"
    found: ParsedList = parse(text, "my file")
    assert [item.url for item in found.items] == [A]
    assert [(one.line, one.reason) for one in found.skipped] == [
        (1, PERSON),
        (2, CHAT),
        (3, "a badge or counter, not a reading"),
    ]


def test_several_urls_after_a_title_are_links_of_one_thing() -> None:
    (item,) = parse(f"A title {A} https://github.com/a/b\n", "my file").items
    assert (item.title, item.url) == ("A title", A)
    assert [(link.role, link.url) for link in item.links] == [("code", "https://github.com/a/b")]


def test_a_text_without_urls_is_refused() -> None:
    with pytest.raises(BadFile, match="my file: no URLs"):
        parse("Some words.\nhttps://\n", "my file")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{A}\n", True),
        (f"A title\n<{A}>\n", True),
        ("www.example.org\n", True),
        (f"- {A}\n", False),
        (f"# Papers\n{A}\n", False),
        (f"[A]({A})\n", False),
        (f"**A** {A}\n", False),
        (f"1. {A}\n", False),
        (f"[x] {A}\n", False),
        (f"| {A} |\n", False),
        (f"<p>{A}\n", False),
        ("Some words.\n", False),
    ],
)
def test_text_is_what_nothing_of_markdown_is_in(text: str, *, expected: bool) -> None:
    assert looks_like(text) is expected

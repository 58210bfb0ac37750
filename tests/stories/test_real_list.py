"""The library of the first run is the person's own list, read here by a regex of ten lines."""

import re
from itertools import groupby
from typing import Any, NamedTuple

import pytest

from testing.checkout import READING_LIST as LIST
from testing.commands.command_line import CommandLine

HEADING = re.compile(r"\*\*([^\[\]]+)\*\*")
LINK = re.compile(r"(?:- \[(?P<tick>[ x])\] )?[*]*\[(?P<title>.+)\]\((?P<url>\S+?)\)[*]*")

TRANSFORMER_VIDEO = "https://www.bilibili.com/video/BV1pu411o7BE/"
"""It stands in the list twice, under two titles."""


class Line(NamedTuple):
    section: str
    title: str
    url: str
    ticked: bool


def lines_of_the_list() -> list[Line]:
    found, section = [], ""
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if heading := HEADING.fullmatch(line):
            section = heading[1]
        elif link := LINK.fullmatch(line):
            title = link["title"].replace("*", "").strip()
            found.append(Line(section, title, link["url"], link["tick"] == "x"))
    return found


@pytest.fixture
def listed(shipped: CommandLine) -> list[dict[str, Any]]:
    resources: list[dict[str, Any]] = shipped.ok("list", "--json").json["resources"]
    return resources


def test_the_regex_sees_the_whole_list() -> None:
    links = lines_of_the_list()
    assert len(links) == 83 == LIST.read_text(encoding="utf-8").count("](http")
    assert len({link.section for link in links}) == 15  # the sixteenth, Mamba, is empty


def test_every_resource_of_the_list_is_there_once_in_order_with_its_title_url_and_status(
    listed: list[dict[str, Any]],
) -> None:
    expected: dict[str, tuple[str, str]] = {}
    for one in lines_of_the_list():
        expected.setdefault(one.url, (one.title, "read" if one.ticked else "unread"))
    assert [(one["title"], one["url"], one["status"]) for one in listed] == [
        (title, url, status) for url, (title, status) in expected.items()
    ]
    assert len(listed) == 82
    assert [one["id"] for one in listed] == list(range(1, 83))


def test_every_resource_stands_in_its_sections(listed: list[dict[str, Any]]) -> None:
    by_url = sorted(lines_of_the_list(), key=lambda one: one.url)
    expected = {
        url: [["Resources", place.section] for place in places]
        for url, places in groupby(by_url, key=lambda one: one.url)
    }
    for sections in expected.values():
        sections.sort()
    assert {one["url"]: sorted(one["sections"]) for one in listed} == expected
    assert len(expected[TRANSFORMER_VIDEO]) == 2


def test_20_resources_are_read_and_62_are_not(listed: list[dict[str, Any]]) -> None:
    assert sum(one["status"] == "read" for one in listed) == 20
    assert sum(one["status"] == "unread" for one in listed) == 62


def test_what_was_read_before_has_a_first_revisit_and_no_invented_memory(
    listed: list[dict[str, Any]],
) -> None:
    read = [one for one in listed if one["status"] == "read"]
    assert all(one["due"] and one["stability"] is None and one["reviews"] == 0 for one in read)
    assert len({one["due"] for one in read}) > 3, "they are spread, not all due on the first day"
    assert all(one["due"] is None for one in listed if one["status"] == "unread")


def test_importing_the_list_itself_over_the_shipped_catalog_tells_recall_only_where_it_is(
    shipped: CommandLine,
) -> None:
    before = shipped.ok("list", "--json").out
    said = "reading-list.md: nothing changed, 82 resources as they were (20 read, in 16 sections)\n"
    assert shipped.ok("import", str(LIST)).out == said
    assert shipped.ok("list", "--json").out == before
    (listed,) = shipped.ok("lists", "--json").json["lists"]
    assert (listed["file"], listed["state"]) == (str(LIST.resolve()), "never synced")
    state = shipped.state()
    assert shipped.ok("import", str(LIST)).out == said
    assert shipped.state() == state


def test_both_titles_of_a_resource_that_stands_twice_find_it(shipped: CommandLine) -> None:
    first = shipped.ok("show", "李沐Transformer论文逐段精读", "--json").json["resource"]
    assert first["url"] == TRANSFORMER_VIDEO

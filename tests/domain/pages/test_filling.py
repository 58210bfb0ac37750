"""What a page changes of a resource, and what it leaves as the person or a list gave it."""

from datetime import date
from typing import Any

import pytest

from recall.domain.library.card import Card
from recall.domain.library.resource import KIND_MINUTES, KINDS, Resource, ResourceKind
from recall.domain.pages.facts import PageFacts, minutes_of_pages, minutes_of_seconds
from recall.domain.pages.filling import LONGEST_PAGE_TITLE, filled, lacks

URL = "https://example.org/attention"
BARE = Resource(
    *(1, "example.org/attention", URL, URL, "article", "en", 15, 0, None, None, "unread"),
    gone=False,
    note=None,
    card=Card(None, None, 0, 0, None),
)
FACTS = PageFacts("Attention", "article", "zh", "2024-05-01", length=3000)


def changed(resource: Resource, facts: PageFacts, *edited: str) -> dict[str, Any]:
    values = filled(resource, edited, facts)
    return {name: value for name, value in values.items() if name != "fetched"}


def after(resource: Resource, facts: PageFacts, *edited: str) -> Resource:
    return resource._replace(**filled(resource, edited, facts))  # type: ignore[arg-type]


def test_what_is_missing_is_filled_in() -> None:
    assert filled(BARE, (), FACTS) == {
        "title": "Attention",
        "language": "zh",
        "published_on": "2024-05-01",
        "length": 3000,
        "fetched": {"title", "language", "published_on", "length"},
    }


def test_a_second_look_changes_nothing() -> None:
    assert filled(after(BARE, FACTS), (), FACTS) == {}


def test_what_the_page_said_gives_way_to_what_it_says_now() -> None:
    later = FACTS._replace(title="Attention, revised", length=4000, language="en")
    assert changed(after(BARE, FACTS), later) == {
        "title": "Attention, revised",
        "length": 4000,
        "language": "en",
    }


def test_what_was_set_by_hand_stays() -> None:
    by_hand = ("title", "language", "minutes", "kind")
    assert changed(BARE, FACTS._replace(minutes=9), *by_hand) == {
        "published_on": "2024-05-01",
        "length": 3000,
    }
    seen = after(BARE, FACTS)
    mine = seen._replace(title="Mine")
    assert changed(mine, FACTS, "title") == {}
    assert filled(mine, ("title",), FACTS)["fetched"] == seen.fetched - {"title"}


@pytest.mark.parametrize("title", ["The list's own title", "注意力"])
def test_a_title_that_says_something_stays(title: str) -> None:
    assert "title" not in changed(BARE._replace(title=title), FACTS)


@pytest.mark.parametrize("title", ["", "pdf", "https://example.org/attention", "www.example.org"])
def test_a_title_of_the_page_that_says_nothing_is_not_taken(title: str) -> None:
    assert "title" not in changed(BARE, FACTS._replace(title=title))


def test_a_title_is_one_line_without_control_characters_and_not_endless() -> None:
    assert changed(BARE, FACTS._replace(title="A\x1b[31m \n title"))["title"] == "A title"
    long = changed(BARE, FACTS._replace(title="word " * 999))["title"]
    assert len(long) < LONGEST_PAGE_TITLE + 1


def test_a_length_that_the_person_gave_stays() -> None:
    assert "length" not in changed(BARE._replace(length=7), FACTS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_of_a_book_is_not_as_long_as_the_book(kind: ResourceKind) -> None:
    resource = BARE._replace(kind=kind, minutes=KIND_MINUTES[kind])
    assert ("length" in changed(resource, FACTS._replace(kind=None))) == (
        kind in ("article", "page")
    )


@pytest.mark.parametrize(
    ("resource", "minutes"),
    [
        (BARE, 40),
        (BARE._replace(minutes=60), None),
        (BARE._replace(minutes_given=True), None),
        (BARE._replace(minutes=60, fetched=frozenset({"minutes"})), 40),
    ],
)
def test_minutes_give_way_if_they_are_those_of_the_kind(
    resource: Resource, minutes: int | None
) -> None:
    assert changed(resource, PageFacts(minutes=40)).get("minutes") == minutes


def test_a_kind_is_told_of_a_page_alone_and_brings_its_minutes() -> None:
    bare = BARE._replace(kind="page", minutes=10)
    assert filled(bare, (), PageFacts(kind="paper")) == {
        "kind": "paper",
        "minutes": 60,
        "fetched": {"kind"},
    }
    assert changed(bare, PageFacts(kind="video", minutes=9)) == {"kind": "video", "minutes": 9}
    assert changed(bare._replace(minutes=25), PageFacts(kind="paper")) == {"kind": "paper"}
    assert changed(bare, PageFacts(kind="paper"), "minutes") == {"kind": "paper"}
    assert changed(BARE, PageFacts(kind="paper")) == {}


def test_facts_that_say_nothing_change_nothing() -> None:
    assert filled(BARE, (), PageFacts()) == {}


@pytest.mark.parametrize(
    ("resource", "is_lacking"),
    [
        (BARE, True),
        (BARE._replace(title="A title"), True),
        (BARE._replace(length=900), True),
        (BARE._replace(title="A title", length=900), False),
        (BARE._replace(title="A title", minutes=20), False),
        (BARE._replace(minutes=20), True),
        (BARE._replace(url=None), False),
        (BARE._replace(gone=True), False),
        (BARE._replace(fetched_on=date(2026, 3, 2)), False),
    ],
)
def test_what_a_page_could_still_say(resource: Resource, *, is_lacking: bool) -> None:
    assert lacks(resource) == is_lacking


def test_minutes_of_pages_and_of_videos() -> None:
    assert [minutes_of_pages(pages) for pages in (1, 2, 3, 15)] == [2, 5, 8, 38]
    assert [minutes_of_seconds(seconds) for seconds in (1, 60, 61, 5225)] == [1, 1, 2, 88]

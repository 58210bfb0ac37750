"""Where the words of a search stand."""

import pytest

from recall.domain.library.card import Card
from recall.domain.library.resource import Link, Place, Resource
from recall.domain.searching.hits import Hit, hits_in, parts

RESOURCE = Resource(
    id=1,
    title="Pages of memory",
    url="https://example.org/pages?x=Memory",
    canonical_url="https://example.org/pages",
    kind="article",
    language="en",
    minutes=10,
    minutes_read=0,
    series=None,
    part=None,
    status="unread",
    gone=False,
    note="memory",
    card=Card(),
    places=(Place(("S",), "In the list"),),
    question="Why pages?",
    description="About blocks",
    links=(Link("code", "", "https://git.example/repo"),),
    labels=("GPU",),
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["memory"], [Hit("title", "Pages of memory")]),
        (["list"], [Hit("title", "In the list")]),
        (["example.org/pages"], [Hit("url", "https://example.org/pages?x=Memory")]),
        (["gpu"], [Hit("label", "GPU")]),
        (["git.example"], [Hit("link", "https://git.example/repo")]),
        (["blocks"], [Hit("description", "About blocks")]),
        (["earlier"], [Hit("note", "an earlier note")]),
        (["why"], [Hit("question", "Why pages?")]),
        (["why", "gpu", "memory", "of"], ["title", "label", "question"]),
        (["nowhere"], []),
    ],
)
def test_each_word_is_told_by_the_first_part_that_has_it(
    words: list[str], expected: list[Hit] | list[str]
) -> None:
    found = hits_in(list(parts(RESOURCE, ["memory", "an earlier note"])), words)
    told = [one.where for one in found] if expected and isinstance(expected[0], str) else found
    assert told == expected
    assert all(one.as_json() == {"in": one.where, "excerpt": one.excerpt} for one in found)


def test_a_bare_resource_has_a_title() -> None:
    bare = RESOURCE._replace(
        url=None, canonical_url=None, links=(), labels=(), description=None, question=None
    )
    assert [where for where, _ in parts(bare)] == ["title", "title"]

"""What a page, a file or a service says of a resource."""

from typing import NamedTuple

from recall.domain.library.resource import ResourceKind


class PageFacts(NamedTuple):
    """What is known of a page; None and "" are not known.

    language is an ISO 639-1 code. published_on is a year, a month or a day, as in `Resource`.
    length is in characters for Chinese and in words else; minutes are of what has a length of its
    own, such as a video, or pages. text is the whole text, in lines.
    """

    title: str = ""
    kind: ResourceKind | None = None
    language: str | None = None
    published_on: str | None = None
    length: int | None = None
    minutes: int | None = None
    text: str = ""


MINUTES_A_PAGE = 2.5
"""Of a paper, for a studied text: 500 words on a page, at 200 words a minute."""


def minutes_of_pages(pages: int) -> int:
    """Return the minutes that a number of pages takes, at least 1."""
    return max(1, round(pages * MINUTES_A_PAGE))


def minutes_of_seconds(seconds: float) -> int:
    """Return the minutes of a video, rounded up, at least 1."""
    return max(1, -(-int(seconds) // 60))

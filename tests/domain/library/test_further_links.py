"""Which further link a person means."""

import pytest

from recall.domain.library.further_links import meant, named
from recall.domain.library.resource import Link

LINKS = (
    Link("code", "Repository", "https://example.org/repo"),
    Link("video", "", "https://example.org/talk"),
    Link("code", "２ｎｄ repository", "https://example.org/second"),
    Link("page", "video of the year", "https://example.org/x"),
)


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        *(("1", [1]), ("4", [4]), ("5", []), ("0", []), ("01", [])),
        *(("code", [1, 3]), (" CODE ", [1, 3]), ("video", [2]), ("slides", [])),
        *(("REPOSITORY", [1, 3]), ("2nd", [3]), ("year", [4])),
        *(("talk", [2]), ("example", [1, 2, 3, 4]), ("nothing", [])),
    ],
)
def test_a_number_goes_before_a_role_and_a_role_before_a_text(
    wanted: str, numbers: list[int]
) -> None:
    assert meant(LINKS, wanted) == [(number, LINKS[number - 1]) for number in numbers]


def test_a_link_is_named_by_its_text_or_its_url() -> None:
    assert named(1, LINKS[0]) == "1 code (Repository)"
    assert named(2, LINKS[1]) == "2 video (https://example.org/talk)"
    assert named(3, Link("code", "Code", "https://a.example")) == "3 code (https://a.example)"

"""What markdown does not show as a link or a box is told, and never becomes a reading."""

import pytest

from recall.formats.markdown.reader import parse

READING = "\n\n- [One](http://a/1)\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("```\n- [ ] http://no/1\n```", [(2, "http://no/1", "in code")]),
        ("```sh\n\ncurl http://no/1\n```", [(3, "http://no/1", "in code")]),
        ("```\n- [x] a box\n```", [(2, "- [x] a box", "in code")]),
        ("~~~\nno links here\n~~~", []),
        ("Say `http://no/1`.", [(1, "http://no/1", "in code")]),
        ("Two\nlines `http://no/1`", [(2, "http://no/1", "in code")]),
        ("    http://no/1", [(1, "http://no/1", "in code")]),
        ("<pre>\nhttp://no/1\n</pre>", [(2, "http://no/1", "in code")]),
        ("<!--\nhttp://no/1\n-->", [(2, "http://no/1", "in a comment")]),
        ("Text <!-- [x](http://no/1) -->", [(1, "http://no/1", "in a comment")]),
        ("Text %% [x](http://no/1) %%", [(1, "http://no/1", "in a comment")]),
        ("%%\nhttp://no/1\n%%", [(2, "http://no/1", "in a comment")]),
        (
            "[Unsubscribe](http://no/1)",
            [(1, "Unsubscribe (http://no/1)", "a control of the page, not a reading")],
        ),
        ("---\nurl: http://no/1\n---", [(2, "http://no/1", "in the front matter")]),
        ("![plot](http://no/1.png)", [(1, "plot http://no/1.png", "an image, not a reading")]),
        ('<img src="http://no/1.png">', [(1, "http://no/1.png", "an image, not a reading")]),
        (
            "- [x] ![figure](http://no/1.png)",
            [
                (1, "figure http://no/1.png", "an image, not a reading"),
                (1, "[ ]", "a checkbox without a title"),
            ],
        ),
        ("- [ ]", [(1, "[ ]", "a checkbox without a title")]),
        ("![local](plot.png)", []),
        ("[b]: http://no/1", [(1, "B http://no/1", "a link definition that nothing refers to")]),
        ("[^1]: a note with http://no/1", [(1, "no/1", "in a footnote")]),
        (
            "[^1]: a note\n[^2]: of [two](http://no/1)",
            [(2, "two (http://no/1)", "in a footnote")],
        ),
        (
            "A claim.[^1]\n\n[^1]: http://no/1",
            [(1, "^1 (http://no/1)", "in a footnote")],
        ),
    ],
)
def test_a_link_that_is_not_shown_is_told(text: str, told: list[tuple[int, str, str]]) -> None:
    found = parse(text + READING)
    assert [item.title for item in found.items] == ["One"]
    assert sorted(found.skipped) == sorted(told)


def test_an_image_within_a_link_belongs_to_the_link() -> None:
    text = (
        "[![A title](http://img/1)](http://a/1)\n\n<a href='http://a/2'><img src='http://i'>Two</a>"
    )
    found = parse(text)
    assert [item.url for item in found.items] == ["http://a/1", "http://a/2"]
    assert found.skipped == ()


def test_a_footnote_that_is_a_link_stands_with_what_it_is_cited_for() -> None:
    (item,) = parse("- [One](http://a/1)[^n]\n\n[^n]: http://a/2").items
    assert [link.url for link in item.links] == ["http://a/2"]


@pytest.mark.parametrize(
    ("text", "title", "url"),
    [
        ("- [x] A claim[^1]\n\n[^1]: http://a/1", "A claim", "http://a/1"),
        ("- [ ] Ask [@ann](https://github.com/ann) about it", "Ask @ann about it", None),
        ("- [ ] [Ann](https://github.com/ann)", "Ann", "https://github.com/ann"),
    ],
)
def test_a_box_beside_a_person_or_a_footnote_is_a_reading(
    text: str, title: str, url: str | None
) -> None:
    (item,) = parse(text).items
    assert (item.title, item.url) == (title, url)

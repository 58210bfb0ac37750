"""What an item says beside title and link is kept in a form that is safe to store and to show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.resource import Link
from recall.domain.lists.details import (
    LONGEST_TEXT,
    kept_labels,
    one_line,
    paragraph,
    storable,
    with_new_links,
)

ANY = st.text(st.characters())


@given(ANY)
def test_one_line_is_a_line_that_can_be_stored_and_stays_as_it_is(text: str) -> None:
    line = one_line(text)
    assert not set(line) & set("\0\t\n\r\x1b\ud800")
    assert one_line(line) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (" a\t\n b ", "a b"),
        ("\x1b[31mred", "[31mred"),
        ("a\0b\ud800", "a\ufffdb\ufffd"),
        ("", ""),
        ("x" * (LONGEST_TEXT + 1), "x" * LONGEST_TEXT),
    ],
)
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (None, None),
        (" \n ", None),
        (" a\r\nb\n", "a\nb"),
        ("a\0", "a\ufffd"),
        ("x" * (LONGEST_TEXT + 1), "x" * LONGEST_TEXT),
    ],
)
def test_paragraph(text: str | None, kept: str | None) -> None:
    assert paragraph(text) == kept


def test_storable_leaves_all_else() -> None:
    assert storable("a\0 \udcff 中🙂") == "a\ufffd \ufffd 中🙂"


def test_labels_are_kept_once_and_none_that_is_blank_or_too_long() -> None:
    assert kept_labels(["GPU", " gpu ", "", "\n", "x" * 101, "a\nb"]) == ("GPU", "a b")


def test_links_that_lead_elsewhere_are_added() -> None:
    code, video = Link("code", "", "https://a"), Link("video", "", "https://b")
    again = Link("page", "other text", "https://a")
    assert with_new_links((code,), (again, video, video)) == (code, video)
    assert with_new_links((), ()) == ()

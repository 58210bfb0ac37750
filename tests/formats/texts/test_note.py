"""Notes with an address in their front matter."""

import pytest

from recall.domain.library.catalog import Item, ParsedList
from recall.errors import BadFile
from recall.formats.table import format_of, named
from recall.formats.texts.note import parse

A = "https://example.org/a"


def only(text: str, path: str = "notes/My name.md") -> Item:
    found = parse(text, path)
    assert isinstance(found, ParsedList)
    (item,) = found.items
    return item


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"---\nurl: {A}\ntitle: 'T: a'\n---\n# H\n", "T: a"),
        (f"---\nurl: {A}\n---\nWords\n\n# H\n", "H"),
        (f"---\nurl: {A}\n...\n", "My name"),
        (f"\ufeff---\nurl: {A}\ntitle:\n---\n", "My name"),
    ],
)
def test_its_title_is_the_property_the_heading_or_the_name_of_the_file(
    text: str, title: str
) -> None:
    assert format_of(text, ".md").name == "note"
    assert (only(text).title, only(text).url) == (title, A)


def test_properties_are_lists_in_both_spellings_and_links_to_notes() -> None:
    text = f"---\nlink: {A}\ntags:\n- a\n- 'b c'\nkeywords: [[d]]\naliases: []\n---\n"
    assert only(text).labels == ("a", "b c", "d")


def test_a_book_has_its_author_and_a_status_instead_of_an_address() -> None:
    book = "---\nauthor: Ann Lee\nstatus: reading\n---\n# Emma\n\nSee http://a/1.\n"
    assert format_of(book, ".md").name == "note"
    assert (only(book).title, only(book).url, only(book).begun) == ("Emma", None, True)
    post = "---\nauthor: Ann Lee\nstatus: draft\n---\n- [X](http://a/1)\n"
    assert format_of(post, ".md").name == "markdown"


def test_source_counts_as_the_address_only_if_it_is_one() -> None:
    assert only(f"---\nsource: a book\nhref: {A}\n---\n").url == A


@pytest.mark.parametrize(
    "text",
    [
        f"---\nurl: {A}\n---\n- [ ] [X](https://x.example)\n",
        "---\ntitle: T\n---\n- [X](https://x.example)\n",
        "---\nurl: /path\n---\n- [X](https://x.example)\n",
        f"---\n\n- [X]({A})\n",
    ],
)
def test_lists_with_front_matter_are_no_notes(text: str) -> None:
    assert format_of(text, ".md").name == "markdown"


@pytest.mark.parametrize("text", ["", "---\ntitle: T\n---\n", "---\nurl: javascript:x()\n---\n"])
def test_what_has_no_address_is_refused(text: str) -> None:
    with pytest.raises(BadFile, match=r"no address|no reading"):
        parse(text, "a.md")


@pytest.mark.parametrize("piece", ["a:\n", "- \n", "---\n", "url: [\n", "'"])
def test_long_front_matter_takes_linear_time(piece: str) -> None:
    note = named("note")
    assert note is not None
    assert note.looks_like(f"---\n{piece * 300_000}") in {True, False}

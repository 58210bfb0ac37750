"""RIS as several programs write it."""

import pytest

from recall.domain.library.catalog import Item
from recall.domain.library.resource import Link
from recall.errors import BadFile
from recall.formats.references.ris import looks_like, parse


def one(*lines: str) -> Item:
    (item,) = parse("\n".join(("TY  - JOUR", *lines, "ER  - ")), "my file").items
    return item


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("TI  - A title",), "A title"),
        (("T1  - A title", "T2  - A journal"), "A title"),
        (("TI  - A title", "  that goes", "on"), "A title that goes on"),
        (("T2  - A journal", "UR  - https://example.org"), "A journal"),
        (("UR  - https://example.org/a",), "example.org/a"),
        (("TI - One space",), "One space"),
    ],
)
def test_a_title_is_found(lines: tuple[str, ...], title: str) -> None:
    assert one(*lines).title == title


@pytest.mark.parametrize(
    ("lines", "url"),
    [
        (("UR  - https://example.org/a;b=1",), "https://example.org/a;b=1"),
        (("UR  - paper.pdf", "UR  - https://example.org/a"), "https://example.org/a"),
        (("DO  - 10.1000/xyz",), "https://doi.org/10.1000/xyz"),
        (("L1  - file:///a.pdf",), None),
        (("L2  - https://example.org/full",), "https://example.org/full"),
    ],
)
def test_an_address_is_found(lines: tuple[str, ...], url: str | None) -> None:
    assert one("TI  - A", *lines).url == url


def test_several_notes_and_keywords_are_kept() -> None:
    item = one("TI  - A", "N1  - One", "N1  - Two", "KW  - a", "KW  - b; c", "DO  - 10.1000/xyz")
    assert (item.note, item.labels) == ("One\nTwo", ("a", "b", "c"))


def test_a_doi_beside_a_url_is_a_further_link() -> None:
    item = one("TI  - A", "UR  - https://example.org", "DO  - 10.1000/xyz")
    assert item.links == (Link("paper", "DOI", "https://doi.org/10.1000/xyz"),)


def test_records_without_an_end_are_records_too_and_each_has_its_line() -> None:
    text = (
        "\ufeff\n\nTY  - JOUR\nTI  - A\nfolded\n\nTY  - BOOK\nTI  - B\nER  - \nTY  - ELEC\nTI  - C"
    )
    found = parse(text, "my file").items
    assert [(item.title, item.line) for item in found] == [("A folded", 3), ("B", 7), ("C", 10)]


@pytest.mark.parametrize("text", ["", "TI  - A", "TY  - JOUR\nER  - "])
def test_a_text_without_records_is_refused(text: str) -> None:
    with pytest.raises(BadFile, match=r"^my file: no "):
        parse(text, "my file")


@pytest.mark.parametrize(
    ("text", "expected"), [("\n\nTY  - JOUR\n", True), ("TI  - A\n", False), ("x\nTY  - B", False)]
)
def test_a_file_begins_with_a_record(text: str, *, expected: bool) -> None:
    assert looks_like(text) is expected

"""Addresses and titles in the lines that people type or paste."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.text.plain import plain
from recall.formats.texts.link_lines import LONGEST_LINE, LONGEST_TITLE, is_path, read_lines

URL = "https://example.org/a"

ONE = [
    (URL, URL, "", ""),
    (f"  {URL}\t", URL, "", ""),
    (f"<{URL}>", URL, "", ""),
    (f"({URL})", URL, "", ""),
    (f"{URL} Attention is all you need", URL, "Attention is all you need", ""),
    (f"Attention is all you need: {URL}", URL, "Attention is all you need", ""),
    (f"Title | {URL}", URL, "Title", ""),
    (f"{URL}\tTitle", URL, "Title", ""),
    (f"论文 {URL}", URL, "论文", ""),
    (f"{URL}这篇论文", URL, "这篇论文", ""),
    (f"- {URL}", URL, "", ""),
    (f"1. {URL}", URL, "", ""),
    (f"* [ ] Title {URL}", URL, "Title", ""),
    (f"> {URL}", URL, "", ""),
    (f"see {URL}, it is good", URL, "", f"see {URL}, it is good"),
    (f"{'x ' * 150}{URL}", URL, "", f"{'x ' * 150}{URL}"),
    (f"[Paper]({URL})", URL, "Paper", ""),
    (f"- [ ] **[A `title`]({URL})** - worth it", URL, "A title", "worth it"),
    (f"[a [b] c](<{URL}> 'hint')", URL, "a [b] c", ""),
    ("[wiki](https://example.org/A_(b))", "https://example.org/A_(b)", "wiki", ""),
    ("[T](github.com/a/b)", "github.com/a/b", "T", ""),
    ("[T](javascript:alert(1))", "javascript:alert(1)", "T", ""),
    ("www.example.org/a", "www.example.org/a", "", ""),
    ("github.com/a/b", "github.com/a/b", "", ""),
    ("github.com/a/b The code", "github.com/a/b", "The code", ""),
    ("2309.06180", "2309.06180", "", ""),
    ("arXiv: 2309.06180", "arXiv: 2309.06180", "", ""),
    ("vLLM 2309.06180", "2309.06180", "vLLM", ""),
    ("arXiv:2309.06180v2 vLLM", "arXiv:2309.06180v2", "vLLM", ""),
    ("doi:10.1145/3600006.3613165 Pages", "doi:10.1145/3600006.3613165", "Pages", ""),
    ("~/my papers/a.pdf", "~/my papers/a.pdf", "", ""),
    ("file:///tmp/a.pdf A file", "file:///tmp/a.pdf", "A file", ""),
    ("nonsense", "nonsense", "", ""),
    ("ftp://example.org/a", "ftp://example.org/a", "", ""),
    ("Node.js in action", None, "", ""),
    ("# Papers", None, "", ""),
    ("3.5 reasons for tea", None, "", ""),
    ("https:// is missing something", None, "", ""),
]


@pytest.mark.parametrize(("line", "address", "title", "said"), ONE, ids=str)
def test_a_line_is_an_address_with_its_title(
    line: str, address: str | None, title: str, said: str
) -> None:
    (found,) = read_lines([line])
    assert (found.address, found.title, found.said) == (address, title, said.strip())
    assert (found.line, found.text) == (1, line.strip())


@pytest.mark.parametrize(
    ("line", "addresses"),
    [
        (f"{URL} {URL}b", [URL, f"{URL}b"]),
        (f"[a]({URL}), [code](github.com/a/b)", [URL, "github.com/a/b"]),
    ],
)
def test_a_line_may_have_several(line: str, addresses: list[str]) -> None:
    assert [one.address for one in read_lines([line])] == addresses


def test_lines_are_counted_and_blank_ones_left_out() -> None:
    found = list(read_lines(["\ufeff", URL, "  ", "x", f"- [X] {URL}"]))
    assert [(one.line, one.ticked) for one in found] == [(2, False), (4, False), (5, True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((path, True) for path in ("~/a", "~me/a", "./a", "../a", "/a", "C:\\a", "~")),
        *((other, False) for other in ("a.pdf", "...", "~a", "~~a~~ b/c", URL, "")),
    ],
)
def test_only_some_texts_can_be_nothing_but_a_path(text: str, expected: bool) -> None:
    assert is_path(text) is expected


PIECES = st.sampled_from(
    [
        "http://",
        "[",
        "](",
        ")",
        "a",
        " ",
        "- ",
        "[x] ",
        "/",
        ".org",
        "10.1145/1",
        "~",
        "\u202e",
        "，",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=30).map("".join))
def test_any_line_gives_addresses_that_stand_in_it(line: str) -> None:
    for one in read_lines([line]):
        assert one.address is None or one.address in line
        assert len(one.title) <= max(LONGEST_TITLE, len(line))
        assert plain(one.title) == one.title


@pytest.mark.parametrize("piece", ["[", "](", "https://", "- [x] ", "> ", "(", "a.b/"])
def test_a_very_long_line_takes_no_time(piece: str) -> None:
    assert list(read_lines([piece * LONGEST_LINE])) != []

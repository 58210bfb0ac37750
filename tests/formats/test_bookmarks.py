"""Bookmarks in Netscape's format, as they come from real programs and from hostile ones."""

from contextlib import suppress
from datetime import date

import pytest

from recall.errors import BadFile
from recall.formats.bookmarks import looks_like, parse

HEAD = "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n"
LINK = '<DT><A HREF="https://example.org/a" ADD_DATE="1704067200">A</A>\n'


def rows(text: str) -> list[tuple[str, str | None, str, bool]]:
    found = parse(text, "my file")
    return [(item.title, item.url, "/".join(item.section), item.checked) for item in found.items]


A = ("A", "https://example.org/a", "", False)


@pytest.mark.parametrize(
    "link",
    [
        LINK,
        '<dt><a href="https://example.org/a">A</a>',
        "<DT><A HREF='https://example.org/a'>A</A>",
        "<DT><A\n  HREF=https://example.org/a\n  LAST_VISIT=1\n>\n A \n</A>",
        '<DT><A HREF="https://example.\n  org/a"\nADD_DATE="1">A</A>',
        '<DT><A TITLE="a > b" HREF="https://example.org/a">A</A>',
        '<DT><A HREF="https://example.org/a">A',
        '<DT><A HREF="https://example.org/a"><b>A</b></A>',
        '<A HREF="https://example.org/a" TITLE="never closed>A</A>',
        "<DT><A DATA-HREF=b HREF=https://example.org/a>A</A>",
    ],
)
def test_a_link_is_read_however_it_is_written(link: str) -> None:
    assert rows(HEAD + link) == [A]
    assert rows(HEAD + link + "<DT><A HREF=https://example.org/b>B</A>")[0] == A


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("a &lt; b &amp; c", "a < b & c"),
        ("a < b", "a < b"),
        ("if 1<2 and 3>2", "if 1<2 and 3>2"),
        ("two\n   lines", "two lines"),
        ("&#27;[31mred", "[31mred"),
        ("", "https://example.org/a"),
    ],
)
def test_a_title_is_one_plain_line(written: str, title: str) -> None:
    assert rows(f'{HEAD}<DT><A HREF="https://example.org/a">{written}</A>')[0][0] == title


def test_folders_are_sections_down_to_any_usual_depth() -> None:
    depth = 13
    folders = "".join(f"<DT><H3>{n}</H3>\n<DL><p>\n" for n in range(depth))
    text = HEAD + folders + LINK + "</DL><p>\n" * depth + LINK + "<DT><H3>empty</H3><DL></DL></DL>"
    found = parse(text, "my file")
    names = tuple(map(str, range(depth)))
    assert [item.section for item in found.items] == [names, ()]
    assert found.sections == (names, (), ("empty",))


def test_folders_nested_too_deep_are_refused() -> None:
    with pytest.raises(BadFile, match="folders are nested more than 100 deep"):
        parse(HEAD + "<DL><DT><H3>a</H3>" * 10_000, "my file")


@pytest.mark.parametrize(
    ("name", "read"), [("Read Archive", True), ("read archive", True), ("Archive", False)]
)
def test_only_a_folder_of_that_name_is_read_with_all_that_is_in_it(name: str, read: bool) -> None:
    text = f"{HEAD}<DT><H3>{name}</H3><DL><DT><H3>in</H3><DL>{LINK}</DL></DL>{LINK}"
    assert [checked for *_, checked in rows(text)] == [read, False]


def test_the_page_of_instapaper_tells_what_is_read_and_in_which_folder() -> None:
    link = '<li><a href="https://example.org/a">A</a>'
    page = "<!DOCTYPE html><html><head><title>Instapaper: Export</title></head><body>" + "".join(
        f"<h1>{name}</h1>\n<ol>{link}</ol>" for name in ("Unread", "Maths", "Archive")
    )
    assert looks_like(page)
    assert [row[2:] for row in rows(page)] == [("", False), ("Maths", False), ("", True)]


@pytest.mark.parametrize(
    ("stamp", "saved"),
    [
        ("1704067200", date(2024, 1, 1)),
        ("1704067200000", date(2024, 1, 1)),
        ("1704067200000000", date(2024, 1, 1)),
        ("0", None),
        ("-1", None),
        ("99999999999999999999", None),
        ("soon", None),
    ],
)
def test_a_time_stamp_is_the_date_it_was_saved_on(stamp: str, saved: date | None) -> None:
    (one,) = parse(f"{HEAD}<DT><A HREF=https://example.org/a ADD_DATE={stamp}>A</A>", "f").items
    assert one.saved_on == saved


def test_what_is_no_reading_is_skipped_with_its_line_and_reason() -> None:
    text = (
        f"{HEAD}<DT><A HREF='about:blank'>x</A>\n<DT><A>y</A>\n<DT><A HREF='&#8238;'></A>\n{LINK}"
    )
    found = parse(text, "my file")
    assert [(one.line, one.text, one.reason) for one in found.skipped] == [
        (3, "x", "a page of the browser, which is no reading"),
        (4, "y", "a bookmark without a link"),
        (5, "", "a bookmark without a link"),
    ]
    assert [item.line for item in found.items] == [6]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Papers\n<dt><a href=x>",
        "<!doctype html><title>My blog</title><dl><dt><a href=x>y</a></dl>",
        "<p>Some words</p>",
    ],
)
def test_other_pages_do_not_look_like_bookmarks(text: str) -> None:
    assert not looks_like(text)


def test_a_page_without_bookmarks_is_refused() -> None:
    with pytest.raises(BadFile, match="my file: no bookmarks in it"):
        parse("<!doctype html><p>Hello</p>", "my file")


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<a",
        "<a ",
        "<a href='",
        '<a x="',
        "<!--",
        "<a href=" + "x" * 9,
        "<!",
        "<?",
        "&#",
        "</dl>",
    ],
)
def test_any_repeated_piece_is_read_or_refused_in_time(piece: str) -> None:
    with suppress(BadFile):
        parse(piece * 50_000, "my file")

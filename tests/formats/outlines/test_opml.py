"""OPML as several outliners write it."""

import pytest

from recall.domain.library.catalog import ParsedList, ReadOptions
from recall.errors import BadFile
from recall.formats.outlines.opml import looks_like, parse


def body(outlines: str) -> str:
    return f"<opml><body>{outlines}</body></opml>"


def read(outlines: str) -> ParsedList:
    return parse(body(outlines), "my file")


@pytest.mark.parametrize(
    ("outline", "title", "url"),
    [
        ("<outline text='Warps' url='https://a.org'/>", "Warps", "https://a.org"),
        ("<outline text='Warps' type='link' htmlUrl='https://a.org'/>", "Warps", "https://a.org"),
        ("<outline title='Warps' URL='https://a.org'/>", "Warps", "https://a.org"),
        ("<outline text='Warps' _note='https://a.org'/>", "Warps", "https://a.org"),
        ("<outline text='[Warps](https://a.org)'/>", "Warps", "https://a.org"),
        ("<outline text='https://a.org/b'/>", "a.org/b", "https://a.org/b"),
        (
            "<outline text='&lt;a href=\"https://a.org\"&gt;Warps&lt;/a&gt;'/>",
            "Warps",
            "https://a.org",
        ),
        ("<outline text='&lt;b&gt;Warps&lt;/b&gt; https://a.org'/>", "Warps", "https://a.org"),
        ("<outline text='Warps' complete='true'/>", "Warps", None),
    ],
)
def test_a_row_has_its_link_where_its_program_puts_it(
    outline: str, title: str, url: str | None
) -> None:
    (item,) = read(outline).items
    assert (item.title, item.url) == (title, url)


@pytest.mark.parametrize(
    ("attributes", "checked"),
    [
        ("_complete='true'", True),
        ("complete='true'", True),
        ("_status='checked'", True),
        ("_complete='false'", False),
        ("", False),
    ],
)
def test_what_is_complete_is_read(attributes: str, *, checked: bool) -> None:
    (item,) = read(f"<outline text='[Warps](https://a.org)' {attributes}/>").items
    assert item.checked is checked


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Sun, 05 May 2024 10:00:00 GMT", "2024-05-05"),
        ("2024-05-05T10:00:00Z", "2024-05-05"),
        ("long ago", None),
    ],
)
def test_the_day_of_making_is_kept(written: str, day: str | None) -> None:
    (item,) = read(f"<outline text='https://a.org' created='{written}'/>").items
    assert (item.saved_on and item.saved_on.isoformat()) == day


def test_feeds_are_skipped_and_a_list_of_nothing_else_is_refused() -> None:
    feed = "<outline text='B' type='rss' xmlUrl='https://b.org/rss' htmlUrl='https://b.org'/>"
    found = read(f"<outline text='Warps' url='https://a.org'/>\n{feed}")
    assert [item.title for item in found.items] == ["Warps"]
    assert [(one.line, one.text) for one in found.skipped] == [(2, "B")]
    with pytest.raises(BadFile, match="my file: all its links are feeds"):
        read(f"<outline text='Blogs'>{feed * 2}</outline>")


def test_titles_without_links_come_in_if_they_are_asked_for() -> None:
    text = body("<outline text='Books'><outline text='Dune'/></outline>")
    with pytest.raises(BadFile):
        parse(text, "my file")
    (item,) = parse(text, "my file", ReadOptions(plain=True)).items
    assert (item.title, item.section) == ("Dune", ("Books",))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "its XML is broken at line 1: no element found"),
        ("<opml>\n<body><outline text='a & b'/>", "its XML is broken at line 2"),
        ("<opml><body>" + "<outline text='a'>" * 101, "nested deeper than 100 levels"),
        (
            '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + body("<outline text='&b;'/>"),
            "it defines XML entities",
        ),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml/>', "defines XML entities"),
        ("<opml/>", "no links and no checkboxes"),
        (body("<outline text='https://a.org \ud800'/>"), None),
    ],
)
def test_broken_and_dangerous_files_are_refused(text: str, problem: str | None) -> None:
    if problem is None:
        assert parse(text, "my file").items
        return
    with pytest.raises(BadFile, match=f"^my file: .*{problem}"):
        parse(text, "my file")


def test_a_declared_encoding_is_not_that_of_the_text() -> None:
    text = '<?xml version="1.0" encoding="utf-16"?>' + body(
        "<outline text='书' url='https://a.org'/>"
    )
    assert parse(text, "my file").items[0].title == "书"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\ufeff<?xml version='1.0'?>\n<opml version='2.0'>", True),
        ("<OPML>", True),
        ("<html><opml>", True),
        ("an <opml> file", False),
        ("<rss>", False),
    ],
)
def test_the_root_element_tells_the_format(text: str, *, expected: bool) -> None:
    assert looks_like(text) is expected

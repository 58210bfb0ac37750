"""Tables as people and spreadsheets write them."""

import pytest

from recall.domain.library.catalog import ParsedList
from recall.errors import BadFile
from recall.formats.fields.csv_file import parse
from recall.formats.table import FORMATS, format_of

A, B = "https://example.org/a", "https://example.org/b"
CSV = next(one for one in FORMATS if one.name == "csv")
Row = tuple[str, str | None, str, bool]


def rows(found: ParsedList) -> list[Row]:
    return [(item.title, item.url, "/".join(item.section), item.checked) for item in found.items]


SHAPES: dict[str, tuple[str, list[Row]]] = {
    "commas": (f"title,url\nWarps,{A}\n", [("Warps", A, "", False)]),
    "semicolons": (f"Titel;Adresse\nWarps, too;{A}\n", [("Warps, too", A, "", False)]),
    "tabs": (f"名称\t网址\nWarps\t{A}\n", [("Warps", A, "", False)]),
    "a byte order mark": (f"\ufefftitle,url\nWarps,{A}\n", [("Warps", A, "", False)]),
    "Excel's first line": (f"sep=;\ntitle;url\nWarps;{A}\n", [("Warps", A, "", False)]),
    "blank lines": (f"\n\ntitle,url\n\n,\nWarps,{A}\n\n", [("Warps", A, "", False)]),
    "any order": (f"Status,URL,Title\ndone,{A},Warps\n", [("Warps", A, "", True)]),
    "names in any case": (f"LINK,Page_Name,TITLE\n{A},x,Warps\n", [("Warps", A, "", False)]),
    "line breaks and quotes": (
        f'title,url\n"Warps\n""again""",{A}\n',
        [('Warps "again"', A, "", False)],
    ),
    "a huge field": (f"title,url,content\nWarps,{A},{'x' * 200_000}\n", [("Warps", A, "", False)]),
    "short rows": (f"url,title,notes\n{A}\n", [(A, A, "", False)]),
    "links under another name": (f"Paper name,Where\nWarps,{A}\n", [("Warps", A, "", False)]),
    "links under a name for something else": (
        f"title,date\nWarps,{A}\n",
        [("Warps", A, "", False)],
    ),
    "no header": (
        f"{A},Warps,2024\n{B},Tiles,2025\n",
        [("Warps", A, "", False), ("Tiles", B, "", False)],
    ),
    "no title": (f"url,date\n{A},2024-01-01\n", [(A, A, "", False)]),
    "a title that is a link": (
        f"Title,Notes,Status\n[Warps]({A}),x,read\n",
        [("Warps", A, "", True)],
    ),
    "a row without a link": (
        f"title,url,author\nWarps,,Someone\nTiles,{B},\n",
        [("Warps", None, "", False), ("Tiles", B, "", False)],
    ),
    "books without links": ("Title,Author,Status\nEmma,Austen,read\n", [("Emma", None, "", True)]),
    "levels of a section": (
        f"title,url,category\nWarps,{A},GPU > AI/ML\n",
        [("Warps", A, "GPU/AI/ML", False)],
    ),
    "longer names": (
        f"Paper Title,Where,Reading status\nWarps,{A},done\n",
        [("Warps", A, "", True)],
    ),
    "names with brackets": (f"Title,Link,Read (y/n)\nWarps,{A},y\n", [("Warps", A, "", True)]),
    "numbers of papers": (
        "Title,DOI,Year\nWarps,10.1145/1.2,2024\n",
        [("Warps", "https://doi.org/10.1145/1.2", "", False)],
    ),
    "a picture is no work": (f"title,image link,link\nWarps,{B},{A}\n", [("Warps", A, "", False)]),
    "an American date": (
        f"title,url,date_finished\nWarps,{A},7/8/2023\nTiles,{B},\n",
        [("Warps", A, "", True), ("Tiles", B, "", False)],
    ),
    "underscores": (f"title,url,read_status\nWarps,{A},done\n", [("Warps", A, "", True)]),
    "a path": (f"title,url,folder\nWarps,{A},GPU/CUDA\n", [("Warps", A, "GPU/CUDA", False)]),
    "a path with spaces": (
        f"title,url,folder\nWarps,{A},AI/ML / GPU\n",
        [("Warps", A, "AI/ML/GPU", False)],
    ),
    "Instapaper's older table": (
        f"URL,Title,Selection,Folder\n{A},Warps,,Archive\n{B},Tiles,,GPU\n",
        [("Warps", A, "", True), ("Tiles", B, "GPU", False)],
    ),
    "a date of reading": (
        f"title,url,finished\nWarps,{A},2024-05-01\nTiles,{B},\n",
        [("Warps", A, "", True), ("Tiles", B, "", False)],
    ),
    "padded by spaces": (
        'Title , Author ,Exclusive Shelf\n"Warps, too" , Ann ,  read \n',
        [("Warps, too", None, "", True)],
    ),
    "two ways of being read": (
        f"title,url,status,archived\nWarps,{A},later,true\n",
        [("Warps", A, "", True)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES)
def test_a_table_is_read_by_the_names_of_its_columns(text: str, expected: list[Row]) -> None:
    assert CSV.looks_like(text)
    assert rows(parse(text, "my file")) == expected


@pytest.mark.parametrize(
    ("text", "remarks"),
    [
        (f"title,url,mood,weather\nWarps,{A},x,y\n", ("columns not used: 'mood', 'weather'",)),
        (
            f"What,Where\nWarps,{A}\n",
            (
                "the links are taken from the column 'Where'",
                "the titles are taken from the column 'What'",
            ),
        ),
        (
            f"title,url\nWarps,{A},and,more\n",
            ("rows with more cells than the header: 1; the rest is not used",),
        ),
        (f"title,url,time_added,tags,status\nWarps,{A},1704067200,,unread\n", ()),
    ],
)
def test_what_is_not_used_or_guessed_is_said(text: str, remarks: tuple[str, ...]) -> None:
    assert parse(text, "my file").remarks == remarks


def test_rows_that_are_no_readings_are_skipped_with_their_line() -> None:
    text = f'title,url,tags\nWeek 1,,\n"two\nlines",{A},\n,,gpu\nx,javascript:alert(1),\n'
    assert [(one.line, one.text, one.reason) for one in parse(text, "f").skipped] == [
        (2, "Week 1", "a row with nothing but a title"),
        (5, "", "no link and no title"),
        (6, "x", "a bookmarklet, which is no reading"),
    ]


def test_a_link_in_a_column_that_is_not_known_is_a_further_link() -> None:
    text = f"title,url,Homepage,Page image\nWarps,{A},{B},https://example.org/p.png\n"
    (one,) = parse(text, "f").items
    assert [(link.role, link.url) for link in one.links] == [("page", B)]
    (one,) = parse(f"{A}, {B}\n", "f").items
    assert (one.url, [link.url for link in one.links]) == (A, [B])


def test_a_book_that_was_begun_is_a_book_and_begun() -> None:
    text = "title,author,pages,date_started,date_finished\nEmma,Austen,300,1/2/2024,\nIt,King,,,\n"
    found = parse(text, "f").items
    assert [(one.kind, one.minutes, one.begun, one.checked) for one in found] == [
        ("book", 600, True, False),
        (None, None, False, False),
    ]


def test_what_a_row_says_more_than_its_link_is_kept() -> None:
    text = (
        "title,link,paper,code,author,summary,comment,review,language,type,length\n"
        f"Warps,{A},{A},{B},Someone,About,Mine,Good,zh-CN,video,1:20:38\n"
    )
    (one,) = parse(text, "f").items
    assert [(link.role, link.url) for link in one.links] == [("code", B)]
    assert (one.description, one.note) == ("by Someone\n\nAbout", "Mine\n\nGood")
    assert (one.language, one.kind, one.minutes) == ("zh", "video", 81)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title\n",
        "hello, world\n",
        "name,age,city\nAnn,3,Rome\n",
        f"# Papers, url\n- [x](u), {A}\n",
        f"- Warps, {A}\n- Tiles, {B}\n",
        f"Warps, {A}\nand some, more, words\nhello\n",
        f"{A}\n{B}\n",
        f"| title | url |\n| --- | --- |\n| a, b | {A} |\n",
        f"@misc{{a,\n  url = {{{A}}},\n}}\n",
    ],
)
def test_other_texts_do_not_look_like_tables(text: str) -> None:
    assert not CSV.looks_like(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "a table without rows"),
        ("\n,\n", "a table without rows"),
        ("title,url\n", "a table without rows"),
        (
            "name,age,city\nAnn,3,Rome\n",
            "no column of this table holds links; it has 'name', 'age'",
        ),
        (
            f'title,url\nA,{A}\n"B,{B}\nC,{A}\n',
            "the quote that opens in the row of line 3 is never",
        ),
    ],
)
def test_a_file_that_is_no_table_of_readings_is_refused(text: str, says: str) -> None:
    with pytest.raises(BadFile) as refused:
        parse(text, "my file")
    assert str(refused.value).startswith(f"my file: {says}")


def test_a_table_keeps_its_format_under_any_ending() -> None:
    text = f"title,url\nWarps,{A}\n"
    assert {format_of(text, ending).name for ending in (".csv", ".txt", ".md", "")} == {"csv"}


@pytest.mark.parametrize("piece", ['"', '""', ",", "\t", ";", "a,b\n", '"\n', "\n", "[", "('a',"])
def test_any_repeated_piece_is_read_or_refused_in_time(piece: str) -> None:
    CSV.looks_like(piece * 100_000)
    with pytest.raises(BadFile):
        parse(piece * 100_000, "my file")

"""The list as recall has it: the import of Markdown reads the same resources from it."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.domain.library.catalog import Catalog
from recall.domain.library.export import LibraryExport
from recall.domain.library.resource import Place, Status
from recall.formats.exports.markdown_list import write
from recall.usecases.lists.reading_files import read_list
from recall.usecases.upkeep.exporting import collected
from testing.libraries.factories import catalog, entry, make_library

ROOT = Path(__file__).parents[3]

RICH = r"""
- [ ] [Above every heading](https://a.org/0)

# Papers

- [x] [Attention \[is\] all you need](https://a.org/1) [[pdf]](https://arxiv.org/abs/1706.03762) \
[[code]](https://github.com/a/b) ✅ 2024-05-01
- [/] [A\_b\_c 5 \* 3 \& 4 \~ 6](<https://a.org/2?q=(x)>) (45 min) #nets #深度
- [-] [Dropped](https://a.org/3) ➕ 2024-05-02
- [x] A title without a link
- [ ] [Described](https://a.org/4) - It says a lot about things
  > A note of mine
  > in two lines
- [ ] [视频 标题](https://www.bilibili.com/video/BV1pu411o7BE/?p=1) \
[[代码]](https://github.com/c/d) (81 min)
- [ ] [Twice](https://a.org/5)

## Deep

- [ ] [1. Numbered thing \#3](https://a.org/7)

# Other

- [ ] [Twice, again](https://a.org/5)
- [ ] [A page (of many)](<https://en.wikipedia.org/wiki/A_(b)>)
""".replace("\\\n", "")


def read(folder: Path, text: str) -> Catalog:
    path = folder / "list.md"
    path.write_text(text, encoding="utf-8")
    return read_list(path)


@pytest.mark.parametrize(
    "text",
    [RICH, (ROOT / "tests" / "data" / "reading-list.md").read_text(encoding="utf-8")],
    ids=["rich", "seed"],
)
def test_what_is_written_is_read_back(tmp_path: Path, text: str) -> None:
    listed = read(tmp_path, text)
    context = make_library(f"sqlite:///{tmp_path / 'library.db'}", listed)
    with context.store:
        found = write(collected(context))
    back = read(tmp_path, found)
    assert back.entries == listed.entries
    assert back.skipped == ()
    used = {place.section for entry in listed.entries for place in entry.places}
    assert back.sections == tuple(section for section in listed.sections if section in used)
    again = make_library(f"sqlite:///{tmp_path / 'again.db'}", back)
    with again.store:
        assert write(collected(again)) == found


def test_what_is_written_is_as_people_write_it(tmp_path: Path) -> None:
    context = make_library(f"sqlite:///{tmp_path / 'library.db'}", read(tmp_path, RICH))
    with context.store:
        assert write(collected(context)) == RICH.lstrip("\n")


SIGNS = st.text(st.sampled_from("\\`*_[]<>~&#|()!^$%{}'\" "), max_size=12)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> LibraryExport:
    path = tmp_path_factory.mktemp("one") / "library.db"
    context = make_library(f"sqlite:///{path}", catalog(entry("One")))
    with context.store:
        return collected(context)


@settings(max_examples=50)
@given(signs=SIGNS)
def test_no_sign_of_markup_changes_a_title_or_a_link(
    library: LibraryExport, tmp_path_factory: pytest.TempPathFactory, signs: str
) -> None:
    title = " ".join(f"Nets {signs} vision".split())
    one = library.resources[0]._replace(title=title, places=(Place(("A*b", "_C_"), title),))
    back = read(tmp_path_factory.mktemp("signs"), write(library._replace(resources=[one])))
    assert [(found.title, found.url, found.places[0].section) for found in back.entries] == [
        (title, one.url, ("A*b", "_C_"))
    ]


@pytest.mark.parametrize(
    ("status", "reviews", "box"),
    [
        ("unread", 0, " "),
        ("reading", 0, "/"),
        ("read", 0, "x"),
        ("archived", 3, "-"),
        ("suspended", 0, " "),
        ("suspended", 2, "x"),
    ],
)
def test_a_box_tells_the_status(
    library: LibraryExport, status: Status, reviews: int, box: str
) -> None:
    one = library.resources[0]
    one = one._replace(status=status, card=one.card._replace(reviews=reviews))
    assert f"- [{box}] [One](" in write(library._replace(resources=[one]))


def test_headings_below_the_sixth_share_its_level(library: LibraryExport) -> None:
    section = tuple("abcdefgh")
    one = library.resources[0]._replace(places=(Place(section, "One"), Place(("a",), "One")))
    lines = [line for line in write(library._replace(resources=[one])).splitlines() if line]
    assert [line for line in lines if line.startswith("#")] == [
        *(f"{'#' * depth} {name}" for depth, name in enumerate("abcdef", start=1)),
        "###### g",
        "###### h",
    ]


def test_a_link_with_spaces_and_brackets_is_one_link(library: LibraryExport) -> None:
    one = library.resources[0]._replace(url="https://a.org/a b<c>\\(d", saved_on=date(2024, 5, 1))
    assert "(<https://a.org/a b%3Cc%3E%5C(d>) (20 min) ➕ 2024-05-01" in write(
        library._replace(resources=[one])
    )


def test_what_is_gone_from_its_list_is_not_in_it(library: LibraryExport) -> None:
    one = library.resources[0]
    assert write(library._replace(resources=[one._replace(gone=True)])) == "\n"


def test_an_empty_library_is_an_empty_list(library: LibraryExport) -> None:
    assert write(library._replace(resources=[])) == "\n"


def test_no_line_sends_a_terminal_an_escape(tmp_path: Path) -> None:
    listed = catalog(entry("Red \x1b[31mtitle\x07", "https://a.org/1"))
    text = write(collected(make_library(f"sqlite:///{tmp_path}/library.db", listed)))
    assert text.replace("\n", "").isprintable()
    assert "title" in text

"""What is added or moved to a section in recall follows when the file renames that section."""

from collections.abc import Callable
from pathlib import Path

import pytest

from recall.domain.library.resource import Section
from recall.storage.tables.section_rules import rules
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.reading_files import read_list
from recall.usecases.lists.which_list import Source
from recall.usecases.planning.sections import lay_down
from recall.usecases.resources.changing import Edit, edit
from testing.lists.synced import Synced, synced

ONE = "- [ ] [One](https://example.org/1)\n"
TWO = "- [ ] [Two](https://example.org/2)\n"
THREE = "- [ ] [Three](https://example.org/3)\n"
THREE_ALONE = f"\n## C\n\n{THREE}"
LIST = f"""\
# Papers

## A

{ONE}{TWO}
## C

{THREE}
## Empty

# Videos

- [ ] [Four](https://example.org/4)
"""
A: Section = ("Papers", "A")
SECOND = "\n## A2\n\n"

Edits = list[tuple[str, str]]

RENAMED: dict[str, tuple[Edits, Section]] = {
    "the heading": ([("## A", "## B")], ("Papers", "B")),
    "the heading, and moved": (
        [(f"## A\n\n{ONE}{TWO}\n", ""), ("# Videos", f"## B\n\n{ONE}{TWO}\n# Videos")],
        ("Papers", "B"),
    ),
    "moved below another": (
        [
            (f"## A\n\n{ONE}{TWO}\n", ""),
            ("example.org/4)\n", f"example.org/4)\n\n## A\n\n{ONE}{TWO}"),
        ],
        ("Videos", "A"),
    ),
    "the parent": ([("# Papers", "# Texts")], ("Texts", "A")),
    "the parent and the heading": ([("# Papers", "# Texts"), ("## A", "## B")], ("Texts", "B")),
    "one level up": ([("## A", "# A")], ("A",)),
    "one level down": ([("## A", "## New\n\n### A")], ("Papers", "New", "A")),
    "the heading below which the next one is": (
        [("## A\n", "## B\n"), ("## C", "### C")],
        ("Papers", "B"),
    ),
    "merged into another": ([("## A\n", "## C\n"), (THREE_ALONE, THREE)], ("Papers", "C")),
    "split in two": ([("## A", "## A1"), (TWO, SECOND + TWO)], ("Papers", "A1")),
    "split, and one half keeps the name": ([(TWO, SECOND + TWO)], A),
    "names swapped": ([("## A", "## x"), ("## C", "## A"), ("## x", "## C")], A),
    "the link too": ([("## A", "## B"), ("example.org/1", "example.org/one")], ("Papers", "B")),
    "the titles too": (
        [("## A", "## B"), ("[One]", "[Eins]"), ("[Two]", "[Zwei]")],
        ("Papers", "B"),
    ),
    "emptied": ([("## A", "## B"), (ONE, ""), (TWO, "")], ("Papers", "B")),
    "emptied, with the next one": (
        [("## A", "## B"), (ONE, ""), (TWO, ""), ("## C", "## D")],
        ("Papers", "B"),
    ),
    "its readings went to another": (
        [("## A", "## B"), (ONE, ""), (TWO, ""), ("## C\n", f"## C\n\n{ONE}{TWO}")],
        ("Papers", "B"),
    ),
}


@pytest.fixture
def pair(library: Context, tmp_path: Path) -> Synced:
    return synced(library, tmp_path / "list.md", LIST)


def edit_file(pair: Synced, edits: Edits) -> None:
    for old, new in edits:
        pair.replace(old, new)


def move(pair: Synced, title: str, section: Section) -> None:
    edit(pair.context, pair.one(title), Edit(new_section="/".join(section)))


def stands(pair: Synced, title: str) -> Section:
    (place,) = pair.one(title).places
    return place.section


def in_file(pair: Synced, title: str) -> Section:
    return next(
        entry.places[0].section for entry in read_list(pair.path).entries if entry.title == title
    )


ADD: dict[str, tuple[str, Callable[[Synced], None]]] = {
    "added": ("Nine", lambda pair: pair.add("Nine", A)),
    "moved": ("Four", lambda pair: move(pair, "Four", A)),
}


@pytest.mark.parametrize("by", ADD)
@pytest.mark.parametrize("what", RENAMED)
def test_it_follows(sqlite_library: Context, tmp_path: Path, what: str, by: str) -> None:
    _follow(synced(sqlite_library, tmp_path / "list.md", LIST), what, by)


@pytest.mark.slow
@pytest.mark.parametrize("what", ["split in two", "its readings went to another"])
def test_it_follows_on_postgresql_too(postgres_library: Context, tmp_path: Path, what: str) -> None:
    _follow(synced(postgres_library, tmp_path / "list.md", LIST), what, "moved")


def _follow(pair: Synced, what: str, by: str) -> None:
    edits, section = RENAMED[what]
    title, put = ADD[by]
    put(pair)
    edit_file(pair, edits)
    before = pair.text
    report = pair.sync()
    assert not report.file.failed
    assert in_file(pair, title) == stands(pair, title) == section
    assert before.count("#") == pair.text.count("#")
    assert not pair.sync().changes
    pair.undo()
    assert pair.text == before


def test_it_follows_into_a_section_that_is_empty_in_the_file(pair: Synced) -> None:
    pair.add("Nine", ("Papers", "Empty"))
    pair.replace("## Empty", "## Not any more")
    pair.sync()
    assert in_file(pair, "Nine") == stands(pair, "Nine") == ("Papers", "Not any more")


def test_it_follows_at_an_import_too(pair: Synced) -> None:
    pair.add("Nine", A)
    move(pair, "Four", A)
    lay_down(pair.context, "A", "first")
    pair.replace("## A", "## B")
    import_catalog(pair.context, Source(read_list(pair.path), str(pair.path)))
    assert stands(pair, "Nine") == stands(pair, "Four") == ("Papers", "B")
    assert set(rules(pair.context.store)) == {("Papers", "B")}


def test_what_was_taken_out_whole_comes_back_for_what_was_added(pair: Synced) -> None:
    pair.add("Nine", A)
    pair.replace(f"## A\n\n{ONE}{TWO}\n", "")
    pair.sync()
    assert in_file(pair, "Nine") == stands(pair, "Nine") == ("A",)


def test_a_section_that_another_list_has_too_stays_there(pair: Synced, tmp_path: Path) -> None:
    synced(pair.context, tmp_path / "other.md", "# Papers\n\n## A\n\n- https://example.org/7\n")
    pair.add("Nine", A)
    pair.replace("## A", "## B")
    pair.sync()
    assert stands(pair, "Nine") == A


@pytest.mark.parametrize("what", ["emptied", "one level down", "one level up", "the parent"])
def test_the_rule_of_a_section_follows(pair: Synced, what: str) -> None:
    edits, section = RENAMED[what]
    pair.add("Nine", A)
    lay_down(pair.context, "A", "first")
    edit_file(pair, edits)
    pair.sync()
    assert set(rules(pair.context.store)) == {section}


def test_renamed_on_both_sides_alike_nothing_is_written(pair: Synced) -> None:
    move(pair, "One", ("Papers", "B"))
    move(pair, "Two", ("Papers", "B"))
    pair.replace("## A", "## B")
    assert not pair.sync().writes
    assert stands(pair, "One") == stands(pair, "Two") == ("Papers", "B")


def test_renamed_on_both_sides_otherwise_the_person_said_it_in_recall(pair: Synced) -> None:
    move(pair, "One", ("Papers", "Mine"))
    pair.replace("## A", "## B")
    pair.sync()
    assert (in_file(pair, "One"), in_file(pair, "Two")) == (("Mine",), ("Papers", "B"))
    assert not pair.sync().changes


@pytest.mark.parametrize("heading", ["## C", "# Videos", "# Papers"])
def test_a_move_is_undone_though_a_section_was_renamed_since(pair: Synced, heading: str) -> None:
    move(pair, "Four", ("Papers", "C"))
    pair.sync(by_itself=True)
    pair.replace(heading, f"{heading}, renamed")
    pair.sync(by_itself=True)
    pair.undo()
    pair.sync(by_itself=True)
    assert pair.text == LIST.replace(heading, f"{heading}, renamed")
    assert stands(pair, "Four") == in_file(pair, "Four")
    assert not pair.sync().changes

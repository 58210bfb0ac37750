"""What is moved to another section in recall, and what a file is after undoing."""

from pathlib import Path

import pytest

from recall.usecases.context import Context
from recall.usecases.resources.changing import Edit, edit
from testing.lists.synced import Synced, synced

LIST = """\
# Papers

- [ ] [One](https://example.org/1) - worth it
- [ ] [Two](https://example.org/2)

## Later

* [ ] **[Four**](https://example.org/4)
"""


@pytest.fixture
def pair(library: Context, tmp_path: Path) -> Synced:
    return synced(library, tmp_path / "list.md", LIST)


def move(pair: Synced, title: str, section: str) -> None:
    edit(pair.context, pair.one(title), Edit(new_section=section))


def stands(pair: Synced, title: str) -> tuple[str, ...]:
    (place,) = pair.one(title).places
    return place.section


def test_a_resource_that_was_moved_takes_its_line_along(pair: Synced) -> None:
    move(pair, "One", "Papers > Later")
    report = pair.sync()
    assert [one.title for one in report.file.moved] == ["One"]
    assert report.summary == "1 moved in the file"
    line = "- [ ] [One](https://example.org/1) - worth it\n"
    assert pair.text == LIST.replace(line, "") + line
    assert not pair.sync().changes
    pair.write(LIST)  # and from then on the file counts again
    pair.sync()
    assert stands(pair, "One") == ("Papers",)
    assert pair.text == LIST


def test_a_line_that_is_moved_is_ticked_on_the_way(pair: Synced) -> None:
    move(pair, "Two", "Papers > Later")
    pair.read("Two")
    report = pair.sync()
    assert [one.title for one in report.file.ticked] == ["Two"]
    assert pair.text.endswith("- [x] [Two](https://example.org/2)\n")
    assert not pair.sync().changes


def test_a_new_section_gets_a_heading_and_undoing_gives_every_byte_back(pair: Synced) -> None:
    move(pair, "One", "Shelf")
    pair.sync(by_itself=True)
    assert pair.text.endswith("## Shelf\n\n- [ ] [One](https://example.org/1) - worth it\n")
    assert stands(pair, "One") == ("Papers", "Shelf")
    assert not pair.sync().changes
    pair.undo()
    pair.sync(by_itself=True)
    assert pair.text == LIST
    assert stands(pair, "One") == ("Papers",)
    assert not pair.sync().changes


def test_the_heading_of_an_addition_goes_when_that_is_undone(pair: Synced) -> None:
    pair.add("Nine", ("Shelf",))
    pair.read("Nine")
    pair.sync(by_itself=True)
    pair.undo()
    pair.sync(by_itself=True)
    pair.undo()
    pair.sync(by_itself=True)
    assert pair.text == LIST


def test_the_heading_goes_though_the_person_wrote_something_else_meanwhile(pair: Synced) -> None:
    pair.add("Nine", ("Shelf",))
    pair.sync(by_itself=True)
    pair.replace("[Two]", "[The second]")
    pair.sync(by_itself=True)
    pair.undo()
    pair.sync(by_itself=True)
    assert pair.text == LIST.replace("[Two]", "[The second]")


def test_the_heading_stays_if_the_person_wrote_something_below_it(pair: Synced) -> None:
    pair.add("Nine", ("Shelf",))
    pair.sync(by_itself=True)
    pair.write(pair.text + "- [ ] [Ten](https://example.org/10)\n")
    pair.undo()
    pair.sync(by_itself=True)
    assert pair.text.endswith("## Shelf\n\n- [ ] [Ten](https://example.org/10)\n")


def test_a_heading_of_recall_goes_when_the_person_takes_away_all_below_it(pair: Synced) -> None:
    pair.add("Nine", ("Shelf",))
    pair.sync(by_itself=True)
    pair.replace("* [ ] [Nine](https://example.org/Nine)\n", "")
    pair.sync(by_itself=True)
    assert pair.text == LIST


def test_moved_on_both_sides_it_stands_where_recall_has_it(pair: Synced) -> None:
    move(pair, "One", "Papers > Later")
    line = "- [ ] [One](https://example.org/1) - worth it\n"
    pair.write(LIST.replace(line, "") + f"\n## Shelf\n\n{line}")
    pair.sync()
    assert stands(pair, "One") == ("Papers", "Later")
    assert pair.text.index("[One]") < pair.text.index("## Shelf")


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_line_with_others_below_it_is_not_moved_without_them(
    library: Context, tmp_path: Path, between: str
) -> None:
    text = LIST.replace(" - worth it\n", f"{between}  - [ ] [Part](https://example.org/5)\n")
    pair = synced(library, tmp_path / "list.md", text)
    move(pair, "One", "Papers > Later")
    report = pair.sync()
    assert [(one.title, one.why) for one in report.file.failed] == [("One", ("section",))]
    assert pair.text == text
    assert stands(pair, "One") == ("Papers", "Later")
    assert not pair.sync().changes


def test_what_stays_in_a_file_after_undo_stands_in_one_section_then(pair: Synced) -> None:
    pair.add("Nine", ("Later",))
    pair.sync()
    pair.undo(leave_files=True)
    pair.sync()
    assert stands(pair, "Nine") == ("Papers", "Later")


def test_moved_on_both_sides_to_one_section_the_file_counts_from_then_on(pair: Synced) -> None:
    move(pair, "One", "Papers > Later")
    line = "- [ ] [One](https://example.org/1) - worth it\n"
    pair.write(LIST.replace(line, "") + line)
    assert not pair.sync().writes
    pair.write(LIST)
    pair.sync()
    assert stands(pair, "One") == ("Papers",)
    assert pair.text == LIST


FIVE = "".join(f"- [ ] [{n}](https://example.org/n/{n})\n" for n in ("Aa", "Bb", "Cc", "Dd", "Ee"))
LOOSE = FIVE.replace(")\n- ", ")\n\n- ")


@pytest.mark.parametrize("listed", [FIVE, LOOSE, FIVE.replace("- [ ]", "1."), "\r" + FIVE])
@pytest.mark.parametrize("edits", [[("[Zz]", "[Zz!]")], [("# Papers", "# Texts")]])
@pytest.mark.parametrize("titles", ["Aa", "Bb", "Ee", "Aa Bb", "Bb Cc Dd", "Dd Bb", "Aa Ee Cc"])
def test_a_line_that_comes_back_stands_where_it_stood(
    sqlite_library: Context, tmp_path: Path, listed: str, titles: str, edits: list[tuple[str, str]]
) -> None:
    _come_back(sqlite_library, tmp_path, listed, titles, edits)


@pytest.mark.slow
@pytest.mark.parametrize("titles", ["Bb Cc Dd", "Dd Bb", "Aa Ee Cc"])
def test_lines_come_back_on_postgresql_too(
    postgres_library: Context, tmp_path: Path, titles: str
) -> None:
    _come_back(postgres_library, tmp_path, FIVE, titles, [("# Papers", "# Texts")])


def _come_back(
    library: Context, folder: Path, listed: str, titles: str, edits: list[tuple[str, str]]
) -> None:
    text = f"# Papers\n\n{listed}\n# Later\n\n- [ ] [Zz](https://example.org/n/Zz)\n"
    text = text.replace("\r", "").replace("\n", "\r\n") if "\r" in text else text
    pair = synced(library, folder / "list.md", text)
    for title in titles.split():
        move(pair, title, "Later")
        pair.sync(by_itself=True)
    for old, new in edits:  # so that the file is not only recall's
        pair.replace(old, new)
    pair.sync(by_itself=True)
    for _ in titles.split():
        pair.undo()
    pair.sync(by_itself=True)
    for old, new in edits:
        text = text.replace(old, new)
    assert pair.text == text
    assert not pair.sync().changes


def test_a_line_whose_neighbor_is_gone_comes_back_below_the_one_before(
    library: Context, tmp_path: Path
) -> None:
    text = f"# Papers\n\n{FIVE}\n# Later\n\n- [ ] [Zz](https://example.org/n/Zz)\n"
    pair = synced(library, tmp_path / "list.md", text)
    move(pair, "Cc", "Later")
    pair.sync(by_itself=True)
    without = "- [ ] [Bb](https://example.org/n/Bb)\n"
    pair.replace(without, "")
    pair.sync(by_itself=True)
    pair.undo()
    pair.sync(by_itself=True)
    assert pair.text == text.replace(without, "")


def test_an_empty_heading_of_the_file_is_the_section_whatever_its_case(pair: Synced) -> None:
    pair.write(pair.text + "\n## Mamba\n\nto be continued\n")
    pair.sync()
    pair.add("Nine", ("mamba",))
    move(pair, "One", "MAMBA")
    assert not pair.sync().file.failed
    assert pair.text.lower().count("mamba") == 1
    assert stands(pair, "Nine") == stands(pair, "One") == ("Papers", "Mamba")
    assert not pair.sync().changes


def test_a_line_that_cannot_be_moved_is_ticked_where_it_stands(pair: Synced) -> None:
    pair.replace(" - worth it\n", " - worth it\n  - a part of it\n")
    pair.sync()
    pair.read("One")
    move(pair, "One", "Papers > Later")
    report = pair.sync()
    assert [(one.title, one.why) for one in report.file.failed] == [("One", ("section",))]
    assert [one.title for one in report.file.ticked] == ["One"]
    assert "- [x] [One]" in pair.text
    pair.undo()
    pair.undo()
    pair.undo()
    pair.sync()
    assert "- [ ] [One]" in pair.text

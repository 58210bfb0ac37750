"""Editing a list by hand and importing it again: histories follow, sections keep their rules."""

from pathlib import Path

import pytest

from recall.domain.library.card import Rating
from recall.domain.library.resource import Resource
from recall.storage.tables import log
from recall.storage.tables.section_rules import rules
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.reading_files import read_list
from recall.usecases.lists.report import Report
from recall.usecases.lists.which_list import Source
from recall.usecases.planning.sections import lay_down
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources.adding import add
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.joining import join
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.databases.tables import living_now
from testing.libraries.factories import TODAY, everything

BOOKS = """\
# Reading

## Books

- [x] The Design of Everyday Things
- [ ] A memry of light
- [ ] Dune

## Papers

- [ ] [Attention Is All You Need](https://arxiv.org/abs/1706.03762)
- [ ] [vLLM manual](https://docs.vllm.ai/en/latest/)
- [ ] [Orca](https://a.example/orca)
- [ ] [Clipper](https://a.example/clipper)
"""


def take(context: Context, folder: Path, text: str, name: str = "list.md") -> Report:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return import_catalog(context, Source(read_list(path), str(path)))


def one(context: Context, number: int) -> Resource:
    (found,) = [one for one in everything(context) if one.id == number]
    return found


@pytest.fixture
def read(empty: Context, tmp_path: Path) -> Context:
    """The list above, everything graded once."""
    assert take(empty, tmp_path, BOOKS).counts == (7, 0, 0, 0)
    for resource in everything(empty):
        grade(empty, resource, Grade(Rating.GOOD, TODAY, note=f"Note {resource.id}"))
    return empty


EDITS = {
    "the section is renamed": [("## Books", "## Novels")],
    "a typo is mended": [("memry", "memory")],
    "a link is added": [("[ ] Dune", "[ ] [Dune](https://dune.example/)")],
    "the line is moved to another section": [
        ("- [ ] Dune\n", ""),
        ("- [ ] [Orca]", "- [ ] Dune\n- [ ] [Orca]"),
    ],
    "the link is another": [("https://docs.vllm.ai/en/latest/", "https://vllm.example/manual")],
    "the link is taken away": [("[vLLM manual](https://docs.vllm.ai/en/latest/)", "vLLM manual")],
    "all at once": [
        ("## Books", "## Novels"),
        ("memry", "memory"),
        ("[ ] Dune", "[ ] [Dune](https://dune.example/)"),
        ("https://docs.vllm.ai/en/latest/", "https://vllm.example/manual"),
        ("## Papers", "## Texts"),
    ],
}


@pytest.mark.parametrize("edits", EDITS.values(), ids=EDITS.keys())
def test_an_edit_keeps_every_history(
    read: Context, tmp_path: Path, edits: list[tuple[str, str]]
) -> None:
    before, text = living_now(read.store), BOOKS
    for old, new in edits:
        assert text.count(old) == 1
        text = text.replace(old, new)
    report = take(read, tmp_path, text)
    assert (report.new, report.gone, report.names.likely) == (0, 0, ())
    assert report.updated > 0
    assert not any(one.gone for one in everything(read))
    assert {one.id: one.note for one in everything(read)} == {n: f"Note {n}" for n in range(1, 8)}
    assert all(len(log.reviews(read.store, number)) == 1 for number in range(1, 8))
    assert doctor(read) == []
    assert not take(read, tmp_path, text).changes
    undo(read)
    assert living_now(read.store) == before
    assert take(read, tmp_path, text).counts == report.counts
    assert not take(read, tmp_path, text).changes
    assert take(read, tmp_path, BOOKS).new == 0


def test_what_is_renamed_is_what_the_list_says_now(read: Context, tmp_path: Path) -> None:
    text = BOOKS.replace("[ ] A memry of light", "[ ] [A memory of light](https://arxiv.org/abs/1)")
    report = take(read, tmp_path, text)
    assert [(named.id, named.why) for named in report.names.updated] == [
        (2, ("title", "link", "kind", "minutes"))
    ]
    after = one(read, 2)
    assert (after.title, after.url) == ("A memory of light", "https://arxiv.org/abs/1")
    assert (after.canonical_url, after.kind) == ("https://arxiv.org/abs/1", "paper")


def test_what_the_person_set_stays(read: Context, tmp_path: Path) -> None:
    edit(read, "2", Edit(title="Mine", url="https://mine.example/", minutes=77))
    text = BOOKS.replace("[ ] A memry of light", "[ ] [A memory of light](https://a.example/m)")
    assert take(read, tmp_path, text).counts == (0, 1, 6, 0)
    after = one(read, 2)
    assert (after.title, after.url, after.minutes) == ("Mine", "https://mine.example/", 77)
    assert not take(read, tmp_path, text).changes


def test_another_work_in_the_same_place_is_new(read: Context, tmp_path: Path) -> None:
    report = take(read, tmp_path, BOOKS.replace("Dune", "Emma"))
    assert (report.counts, report.names.likely) == ((1, 0, 6, 1), ())


def test_what_was_undone_once_does_not_stand_in_the_way(read: Context, tmp_path: Path) -> None:
    linked = BOOKS.replace("[ ] Dune", "[ ] [Dune](https://dune.example/)")
    extra = f"{BOOKS}- [ ] [Other](https://dune.example/)\n"
    assert take(read, tmp_path, extra).new == 1
    undo(read)
    before = living_now(read.store)
    assert take(read, tmp_path, linked).counts == (0, 1, 6, 0)
    assert one(read, 3).canonical_url == "https://dune.example/"
    undo(read)
    assert living_now(read.store) == before
    assert take(read, tmp_path, extra).new == 1
    assert doctor(read) == []


def test_what_was_gone_comes_back_under_another_address(read: Context, tmp_path: Path) -> None:
    without = BOOKS.replace("- [x] The Design of Everyday Things\n", "")
    assert take(read, tmp_path, without).gone == 1
    linked = without.replace(
        "- [ ] Dune", "- [ ] Dune\n- [ ] [The Design of Everyday Things](https://d.example/)"
    )
    report = take(read, tmp_path, linked)
    assert report.counts == (0, 1, 6, 0)
    assert (one(read, 1).gone, one(read, 1).note) == (False, "Note 1")
    assert not take(read, tmp_path, linked).changes


LIKELY = ("[Clipper](https://a.example/clipper)", "[Clipper, 2nd edition](https://b.example/2)")


def test_what_is_likely_the_same_is_told_and_joined(read: Context, tmp_path: Path) -> None:
    text = BOOKS.replace(*LIKELY)
    report = take(read, tmp_path, text)
    assert report.counts == (1, 0, 6, 1)
    (pair,) = report.names.likely
    assert (pair.old.id, pair.new.id) == (7, 8)
    join(read, str(pair.old.id), str(pair.new.id))
    assert one(read, 8).note == "Note 7"
    assert not take(read, tmp_path, text).changes
    assert take(read, tmp_path, BOOKS).counts[0] == 0
    assert [one.id for one in everything(read)] == [1, 2, 3, 4, 5, 6, 8]
    assert doctor(read) == []


def test_a_dry_run_says_the_same_and_has_no_new_ids(read: Context, tmp_path: Path) -> None:
    path = tmp_path / "list.md"
    path.write_text(BOOKS.replace(*LIKELY), encoding="utf-8")
    before = living_now(read.store)
    report = import_catalog(read, Source(read_list(path), str(path), dry_run=True))
    assert report.counts == (1, 0, 6, 1)
    assert [named.id for named in report.names.new] == [None]
    assert [(pair.old.id, pair.new.id) for pair in report.names.likely] == [(7, None)]
    assert living_now(read.store) == before


def test_a_link_that_another_list_has_too_is_not_moved(read: Context, tmp_path: Path) -> None:
    other = "# Other\n\n- [vLLM manual](https://docs.vllm.ai/en/latest/)\n"
    take(read, tmp_path, other, "other.md")
    text = BOOKS.replace("https://docs.vllm.ai/en/latest/", "https://vllm.example/manual")
    report = take(read, tmp_path, text)
    assert (report.new, report.gone, len(report.names.likely)) == (1, 0, 1)
    for _ in range(2):
        assert not take(read, tmp_path, other, "other.md").changes
        assert not take(read, tmp_path, text).changes


def test_a_link_that_is_now_one_known_from_elsewhere_is_told(read: Context, tmp_path: Path) -> None:
    add(read, "https://vllm.example/manual", None, (), Edit())
    text = BOOKS.replace("https://docs.vllm.ai/en/latest/", "https://vllm.example/manual")
    report = take(read, tmp_path, text)
    assert report.counts == (0, 1, 6, 1)
    assert [(pair.old.id, pair.new.id) for pair in report.names.likely] == [(5, 8)]
    assert join(read, "5", "8").reviews == 1
    assert not take(read, tmp_path, text).changes


def test_a_title_that_moves_to_another_list_keeps_its_history(
    read: Context, tmp_path: Path
) -> None:
    line = "- [x] The Design of Everyday Things\n"
    assert take(read, tmp_path, BOOKS.replace(line, "")).gone == 1
    other = f"# Done\n\n{line}- [Else](https://else.example/)\n"
    assert take(read, tmp_path, other, "done.md").counts == (1, 1, 0, 0)
    assert (one(read, 1).gone, one(read, 1).note) == (False, "Note 1")
    for _ in range(2):
        assert not take(read, tmp_path, BOOKS.replace(line, "")).changes
        assert not take(read, tmp_path, other, "done.md").changes
    assert doctor(read) == []


def test_the_rule_of_a_section_follows_it(read: Context, tmp_path: Path) -> None:
    lay_down(read, "Papers", "first", None)
    before = living_now(read.store)
    text = BOOKS.replace("## Papers", "## Texts")
    report = take(read, tmp_path, text)
    assert [(rename.before, rename.now) for rename in report.names.sections] == [
        (("Reading", "Papers"), ("Reading", "Texts"))
    ]
    assert list(rules(read.store)) == [("Reading", "Texts")]
    assert report.remarks == ()
    undo(read)
    assert list(rules(read.store)) == [("Reading", "Papers")]
    assert living_now(read.store) == before


def test_the_rule_of_a_section_above_follows_too(read: Context, tmp_path: Path) -> None:
    lay_down(read, "Reading", "later", None)
    take(read, tmp_path, BOOKS.replace("# Reading", "# To read"))
    assert list(rules(read.store)) == [("To read",)]


@pytest.mark.parametrize(
    ("edits", "ruled"),
    [
        ([("## Papers\n", "")], ["Papers"]),
        ([("## Papers", "## Texts")], ["Papers", "Books"]),
    ],
)
def test_a_rule_that_cannot_follow_is_told(
    read: Context, tmp_path: Path, edits: list[tuple[str, str]], ruled: list[str]
) -> None:
    """Its lines went into a section that was there before."""
    lay_down(read, "Papers", "first", None)
    text = BOOKS
    for old, new in edits:
        text = text.replace(old, new)
    report = take(read, tmp_path, text)
    if "## Texts" in text:
        assert report.remarks == ()
    else:
        assert list(rules(read.store)) == [("Reading", ruled[0])]
        assert "Reading › Papers has a rule and is in no list any more" in report.remarks[0]


def test_a_rule_stays_while_another_list_has_the_section(read: Context, tmp_path: Path) -> None:
    lay_down(read, "Papers", "first", None)
    take(read, tmp_path, "# Reading\n\n## Papers\n\n- [More](https://m.example/)\n", "more.md")
    report = take(read, tmp_path, BOOKS.replace("## Papers", "## Texts"))
    assert (report.names.sections, report.remarks) == ((), ())
    assert list(rules(read.store)) == [("Reading", "Papers")]


SHARED = "".join(f"- [Shared {n}](https://s.example/{n})\n" for n in range(6))


def test_two_files_of_one_name_are_two_lists(empty: Context, tmp_path: Path) -> None:
    mine = f"{SHARED}- [Mine](https://m.example/)\n"
    other = f"{SHARED}- [Other](https://o.example/)\n"
    assert take(empty, tmp_path, mine, "a/README.md").counts == (7, 0, 0, 0)
    assert take(empty, tmp_path, other, "b/README.md").gone == 0
    for _ in range(2):
        assert not take(empty, tmp_path, mine, "a/README.md").changes
        assert not take(empty, tmp_path, other, "b/README.md").changes
    assert not any(one.gone for one in everything(empty))
    (tmp_path / "a" / "README.md").unlink()
    moved = take(empty, tmp_path, mine.replace("Mine", "Renamed"), "c/README.md")
    assert (moved.edit_of, moved.counts) == (str(tmp_path / "a" / "README.md"), (0, 1, 6, 0))


def test_a_moved_file_is_its_list_from_then_on(empty: Context, tmp_path: Path) -> None:
    """Of two files that could be a list whose own is gone, the first one is it."""
    take(empty, tmp_path, f"{SHARED}- [Mine](https://m.example/)\n", "old/README.md")
    (tmp_path / "old" / "README.md").unlink()
    texts = {name: f"{SHARED}- [Of {name}](https://{name}.example/)\n" for name in ("c", "d")}
    assert take(empty, tmp_path, texts["c"], "c/README.md").edit_of is not None
    assert take(empty, tmp_path, texts["d"], "d/README.md").edit_of is None
    for _ in range(2):
        for name, text in texts.items():
            assert not take(empty, tmp_path, text, f"{name}/README.md").changes
    before = living_now(empty.store)
    for _ in range(2):
        undo(empty)
    assert take(empty, tmp_path, texts["c"], "c/README.md").edit_of is not None
    assert take(empty, tmp_path, texts["d"], "d/README.md").edit_of is None
    assert living_now(empty.store).keys() == before.keys()


def test_a_file_that_is_moved_and_edited_is_still_its_list(read: Context, tmp_path: Path) -> None:
    (tmp_path / "list.md").unlink()
    text = "# Mine\n\n- [ ] Dune\n- [ ] A memory of light\n- [x] The Design of Everyday Things\n"
    take(read, tmp_path, text, "old.md")
    (tmp_path / "old.md").unlink()
    report = take(read, tmp_path, text.replace("# Mine", "# Novels"), "new.md")
    assert report.edit_of is not None
    assert (report.new, report.gone) == (0, 0)


def test_following_is_the_same_on_every_database(anywhere: Context, tmp_path: Path) -> None:
    take(anywhere, tmp_path, BOOKS)
    lay_down(anywhere, "Papers", "first", None)
    before = living_now(anywhere.store)
    text = BOOKS
    for old, new in [*EDITS["all at once"], ("[x]", "[ ]")]:
        text = text.replace(old, new)
    path = tmp_path / "list.md"
    path.write_text(text, encoding="utf-8")
    report = import_catalog(anywhere, Source(read_list(path), str(path), take_unticks=True))
    assert (report.new, report.gone, len(report.names.sections)) == (0, 0, 1)
    assert [one.status for one in everything(anywhere)] == ["unread"] * 7
    assert doctor(anywhere) == []
    undo(anywhere)
    assert living_now(anywhere.store) == before

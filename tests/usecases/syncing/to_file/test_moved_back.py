"""A line that was moved and goes back: what was done to it meanwhile is still recall's own."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from recall.storage.tables import log
from recall.storage.tables.syncing import agreements, files
from recall.usecases.context import Context
from recall.usecases.lists.reading_files import read_list
from recall.usecases.resources.changing import Edit, edit
from testing.lists.synced import Synced, synced

BOXES = """\
# Papers

- [ ] [One](https://example.org/1)
- [x] [Two](https://example.org/2)

## Later

* [-] **[Four**](https://example.org/4)
"""
NO_BOXES = BOXES.replace("- [ ] ", "- ").replace("- [x] ", "- ").replace("[-]", "[ ]")


def to(section: str) -> Callable[[Synced, str], object]:
    def move(pair: Synced, title: str) -> None:
        edit(pair.context, pair.one(title), Edit(new_section=section))

    return move


STEPS: Mapping[str, Callable[[Synced, str], object]] = {
    "away": to("Shelf"),
    "to Later": to("Later"),
    "back": to("Papers"),
    "read": lambda pair, title: pair.read(title),
    "sync": lambda pair, _: pair.minute(),
}


@pytest.mark.parametrize(
    ("text", "title", "steps"),
    [
        (BOXES, "One", "away, sync, read, sync, back, sync"),
        (BOXES, "One", "away, sync, read, back, sync"),
        (BOXES, "One", "read, away, sync, to Later, sync, back, sync"),
        (BOXES, "Four", "away, sync, read, sync, to Later, sync"),
        (BOXES, "Four", "away, to Later, sync"),
        (NO_BOXES, "One", "to Later, sync, read, sync, back, sync"),
        (NO_BOXES, "One", "to Later, read, sync, back, sync"),
        (NO_BOXES, "One", "read, to Later, sync, away, sync, back, sync"),
    ],
)
def test_once_all_is_undone_the_line_is_as_it_was(
    library: Context, tmp_path: Path, text: str, title: str, steps: str
) -> None:
    pair = synced(library, tmp_path / "list.md", text)
    first = files.newest_action(library.store)
    for step in steps.split(", "):
        STEPS[step](pair, title)
    (entry,) = (one for one in read_list(pair.path).entries if one.title == title)
    assert [place.section for place in pair.one(title).places] == [
        place.section for place in entry.places
    ]
    while (last := log.last_action(library.store)) and last.id > first:
        pair.undo()
        pair.minute()
    assert pair.text == text


def test_a_box_that_the_person_ticks_after_recall_cleared_it_is_theirs(
    library: Context, tmp_path: Path
) -> None:
    pair = synced(library, tmp_path / "list.md", NO_BOXES)
    for step in ("to Later", "read"):
        STEPS[step](pair, "One")
    pair.minute()
    pair.undo()
    pair.minute()
    assert "\n- [One]" in pair.text
    pair.replace("\n- [One]", "\n- [x] [One]")
    pair.minute()
    assert pair.one("One").status == "read"


def test_a_section_named_by_its_end_is_the_one_where_the_line_stands(
    library: Context, tmp_path: Path
) -> None:
    pair = synced(library, tmp_path / "list.md", BOXES)
    edit(pair.context, pair.one("Four"), Edit(new_section="Later"))
    report = pair.sync()
    assert (report.file.failed, pair.text) == ((), BOXES)
    (place,) = pair.one("Four").places
    assert place.section == ("Papers", "Later")
    assert not pair.sync().changes


def test_a_remark_that_was_written_meanwhile_stays_with_its_line(
    library: Context, tmp_path: Path
) -> None:
    pair = synced(library, tmp_path / "list.md", BOXES)
    STEPS["to Later"](pair, "Two")
    pair.sync()
    pair.replace("(https://example.org/1)\n", "(https://example.org/1)\n  a remark\n")
    pair.undo()
    pair.undo()
    assert pair.text == BOXES.replace("/1)\n", "/1)\n  a remark\n")
    STEPS["to Later"](pair, "Two")
    pair.minute()
    pair.replace("  a remark\n", "  a remark\n  and another\n")
    pair.undo()
    pair.sync()
    assert pair.text == BOXES.replace("/1)\n", "/1)\n  a remark\n  and another\n")


def test_a_line_goes_back_to_a_section_whose_old_name_nobody_knows_any_more(
    library: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agreements, "KEPT", 2)
    pair = synced(library, tmp_path / "list.md", BOXES)
    STEPS["to Later"](pair, "Two")
    pair.minute()
    pair.replace("# Papers", "# Articles")
    for old, new in pairwise(("One", "The first", "Number one", "One")):
        pair.minute()
        pair.replace(f"[{old}]", f"[{new}]")
    pair.minute()
    pair.undo()
    pair.minute()
    assert pair.text == BOXES.replace("# Papers", "# Articles")

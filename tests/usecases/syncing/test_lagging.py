"""Two computers with a file each: one that lags behind is brought up, and takes nothing back."""

from pathlib import Path

import pytest

from recall.domain.library.resource import Resource
from recall.storage.tables.syncing import files
from recall.usecases.context import Context
from testing.lists.synced import Synced, synced

LIST = """\
# List

## A
- [ ] [One](https://example.org/1)
- [ ] [Two](https://example.org/2)

## B
- [ ] [Three](https://example.org/3)
"""
EDITED = """\
# List

## A
- [ ] [Two, renamed](https://example.org/2)
- [ ] [Four](https://example.org/4)

## B
- [ ] [One](https://example.org/1)
"""


@pytest.fixture
def here(library: Context, tmp_path: Path) -> Synced:
    return synced(library, tmp_path / "here.md", LIST)


@pytest.fixture
def there(here: Synced, tmp_path: Path) -> Synced:
    far = tmp_path / "there.md"
    far.write_text(LIST)
    with here.context.store.transaction() as connection:
        file = files.ListFile(here.pair.list.id, "there-00000001", str(far))
        files.keep(connection, file)
    return Synced(here.context, far, "there-00000001")


def said(pair: Synced) -> set[tuple[str, bool, tuple[str, ...]]]:
    return {(one.title, one.gone, one.places[0].section) for one in listed(pair)}


def listed(pair: Synced) -> list[Resource]:
    return [one for one in pair.all() if not one.title.startswith("Resource")]


AFTER = {
    ("One", False, ("List", "B")),
    ("Two, renamed", False, ("List", "A")),
    ("Three", True, ("List", "B")),
    ("Four", False, ("List", "A")),
}


def test_what_one_computer_edits_comes_to_the_other_and_stays(here: Synced, there: Synced) -> None:
    there.sync()
    here.write(EDITED)
    here.sync()
    assert said(here) == AFTER
    report = there.sync()
    assert report.summary == ("1 added to the file, 1 moved in the file, 1 taken out of the file")
    assert there.text == EDITED.replace("Two, renamed", "Two")  # a file keeps its own title
    assert said(here) == AFTER
    assert [pair.sync().changes for pair in (here, there, here)] == [False] * 3


def test_a_tick_in_a_file_that_lags_comes_in_and_takes_no_title_back(
    here: Synced, there: Synced
) -> None:
    there.sync()
    here.write(EDITED)
    here.sync()
    there.replace("- [ ] [Two]", "- [x] [Two]")
    there.sync()
    assert said(here) == AFTER
    assert there.one("Two, renamed").status == "read"
    here.sync()
    assert here.text == EDITED.replace("- [ ] [Two", "- [x] [Two")


def test_what_is_taken_out_of_either_file_goes_from_the_other(here: Synced, there: Synced) -> None:
    there.sync()
    there.replace("- [ ] [Three](https://example.org/3)\n", "- [ ] [Five](https://a.org/5)\n")
    there.sync()
    here.replace("- [ ] [One](https://example.org/1)\n", "")
    here.sync()
    there.sync()
    assert there.text == here.text
    assert {one.title for one in listed(here) if not one.gone} == {"Two", "Five"}


def test_a_first_sync_on_another_computer_takes_nothing_away(here: Synced, there: Synced) -> None:
    here.write(EDITED)
    here.sync()
    there.sync()
    here.sync()
    titles = {one.title for one in listed(here) if not one.gone}
    assert {"One", "Three", "Four"} < titles
    assert "[Four](https://example.org/4)" in there.text
    assert [pair.sync().changes for pair in (here, there)] == [False] * 2

"""What undo does to a list and a library that were in step."""

import pytest

from recall.errors import RecallError
from recall.storage.tables.syncing import agreements
from testing.databases.tables import dump
from testing.lists.synced import LIST, Synced


def test_undoing_a_reading_is_followed_into_the_file(pair: Synced) -> None:
    pair.read("One")
    pair.sync(by_itself=True)
    assert "- [x] [One]" in pair.text
    pair.undo()
    report = pair.sync(by_itself=True)
    assert pair.text == LIST
    assert [one.title for one in report.file.cleared] == ["One"]
    assert pair.one("One").status == "unread"


def test_undoing_an_addition_takes_the_line_out_again(pair: Synced) -> None:
    pair.add("Five", ("Papers",))
    pair.sync(by_itself=True)
    pair.undo()
    pair.sync(by_itself=True)
    assert pair.text == LIST
    assert "Five" not in [one.title for one in pair.all()]


def test_an_addition_that_was_read_and_undone_step_by_step_is_gone_again(pair: Synced) -> None:
    pair.add("Five", ("Papers",))
    pair.sync(by_itself=True)
    pair.read("Five")
    pair.sync(by_itself=True)
    assert "- [x] [Five]" in pair.text
    for _ in range(2):
        pair.undo()
        pair.sync(by_itself=True)
    assert pair.text == LIST


def test_a_line_of_recall_that_the_person_edited_is_not_taken_out(pair: Synced) -> None:
    pair.add("Five", ("Papers",))
    pair.sync(by_itself=True)
    pair.replace("[Five]", "[The fifth]")
    pair.undo()
    pair.sync(by_itself=True)
    assert "[The fifth]" in pair.text


def test_undo_brings_the_file_back_as_it_was(pair: Synced) -> None:
    pair.read("One")
    pair.add("Five", ("Papers",))
    pair.replace("[Three]", "[The third]")
    before, rows = pair.text, dump(pair.context.store)
    pair.sync()
    assert pair.text != before
    pair.undo()
    assert pair.text == before
    after = dump(pair.context.store)
    assert (after["resource"], after["place"]) == (rows["resource"], rows["place"])
    pair.sync()
    pair.undo()
    assert pair.text == before


def test_undo_refuses_when_the_file_has_changed_since_unless_it_is_left(pair: Synced) -> None:
    pair.read("One")
    pair.replace("[Three]", "[The third]")
    pair.sync()
    pair.write(pair.text + "\nA remark.\n")
    mine = pair.text
    with pytest.raises(
        RecallError, match=r"list\.md has changed since it was synced; .*--leave-file"
    ):
        pair.undo()
    assert pair.one("The third")
    pair.undo(leave_files=True)
    assert (pair.text, pair.one("Three").title) == (mine, "Three")
    pair.path.unlink()
    pair.undo()  # the reading, which wrote no file


def test_what_came_in_by_itself_stays_when_an_earlier_action_is_undone(pair: Synced) -> None:
    pair.read("One")
    pair.replace("[One]", "[The first]")
    pair.sync(by_itself=True)
    pair.undo()
    assert (pair.one("The first").status, pair.one("The first").card.reviews) == ("unread", 0)
    pair.sync(by_itself=True)
    assert pair.text == LIST.replace("[One]", "[The first]")


def test_a_tick_that_came_in_by_itself_survives_the_undoing_of_an_edit(pair: Synced) -> None:
    from recall.usecases.resources.changing import Edit, edit

    edit(pair.context, pair.one("One"), Edit(minutes=5))
    pair.replace("- [ ] [One]", "- [x] [One]")
    pair.sync(by_itself=True)
    pair.undo()
    pair.sync(by_itself=True)
    assert pair.one("One").status == "read"
    assert "- [x] [One]" in pair.text


def test_a_sync_whose_file_is_no_longer_kept_is_undone_only_if_the_file_is_left(
    pair: Synced, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agreements, "KEPT", 2)
    texts = []
    for title in ("One", "Three", "Four"):
        texts.append(pair.text)
        pair.read(title)
        pair.sync()
    for before in reversed(texts[1:]):
        pair.undo()
        assert pair.text == before
        pair.undo()
    with pytest.raises(RecallError, match=r"before this sync is no longer kept; .*--leave-file"):
        pair.undo()
    assert pair.text == texts[1]
    pair.undo(leave_files=True)
    pair.undo()
    assert (pair.text, pair.one("One").status) == (texts[1], "unread")

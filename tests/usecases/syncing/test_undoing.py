"""What undo does to a list and a library that were in step."""

import pytest

from recall.errors import RecallError
from recall.storage.actions import alone
from recall.storage.tables.syncing import agreements
from recall.usecases.upkeep.checking import doctor
from recall.views.undone import left_sentences
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


def test_what_the_person_wrote_since_a_sync_stays_when_that_is_undone(pair: Synced) -> None:
    pair.read("One")
    pair.add("Five", ("Papers",))
    pair.replace("[Three]", "[The third]")
    pair.sync()
    pair.write(pair.text + "\nA remark.\n")
    pair.replace("- [x] [One]", "- [x] [Number one]")
    assert pair.undo().left == ()
    mine = LIST.replace("[Three]", "[The third]").replace("[One]", "[Number one]")
    assert pair.text == mine + "\nA remark.\n"
    assert pair.one("Three").status == "unread"


def test_a_line_of_recall_that_the_person_edited_stays_and_is_told_of(pair: Synced) -> None:
    pair.add("Five", ("Shelf",))
    pair.read("One")
    pair.sync()
    pair.replace("[Five]", "[The fifth]")
    left = pair.undo().left
    assert pair.text == LIST + "\n## Shelf\n\n* [ ] [The fifth](https://example.org/Five)\n"
    told = [(one.path, one.number, one.text) for one in left]
    assert told == [
        (str(pair.path), 11, "## Shelf"),
        (str(pair.path), 13, "* [ ] [The fifth](https://example.org/Five)"),
    ]


def test_what_the_person_has_put_back_themselves_is_no_line_that_stays(pair: Synced) -> None:
    pair.read("One")
    pair.sync()
    pair.replace("- [x] [One]", "- [ ] [Number one]")
    assert pair.undo().left == ()
    assert pair.text == LIST.replace("[One]", "[Number one]")


def test_a_file_that_cannot_be_read_is_left_if_the_person_says_so(pair: Synced) -> None:
    pair.read("One")
    pair.sync()
    mine = pair.text
    pair.path.rename(pair.path.with_suffix(".old"))
    with pytest.raises(RecallError, match=r"is gone; .*--leave-file"):
        pair.undo()
    pair.path.with_suffix(".old").rename(pair.path)
    pair.undo(leave_files=True)
    assert pair.text == mine
    pair.undo()
    pair.sync()
    assert (pair.text, pair.one("One").status) == (mine, "read"), "what was left is the person's"


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


def test_syncs_older_than_the_kept_states_are_undone_too(
    pair: Synced, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agreements, "KEPT", 2)
    for title in ("One", "Three", "Four"):
        pair.read(title)
        pair.add(f"After {title}", ("Shelf",))
        pair.sync()
        pair.replace(f"[{title}", f"[My {title}")
        pair.sync()
    mine = LIST
    for title in ("One", "Three", "Four"):
        mine = mine.replace(f"[{title}", f"[My {title}")
    assert doctor(pair.context) == [], "states that were let go of are no damage"
    while pair.undo().action.kind != "import":
        pass
    assert pair.text == mine


def test_a_list_that_waits_is_rid_of_what_is_undone_further(pair: Synced) -> None:
    pair.read("One")
    pair.add("Five", ("Shelf",))
    pair.minute()
    pair.replace("[Three]", "[The third]")
    pair.read("Four")
    pair.sync()
    for _ in range(2):
        pair.undo()
    pair.minute()
    assert pair.one("Three").status == "unread", "nothing is taken in while it waits"
    for _ in range(2):
        pair.undo()
        pair.minute()
    assert pair.text == LIST.replace("[Three]", "[The third]")
    pair.minute()
    assert pair.one("Three")


def test_a_tick_of_the_person_stays_when_a_reading_of_the_same_is_undone(pair: Synced) -> None:
    pair.replace("- [ ] [One]", "- [x] [One]")
    pair.read("One")
    pair.sync(by_itself=True)
    pair.undo()
    pair.sync(by_itself=True)
    assert "- [x] [One]" in pair.text
    assert (pair.one("One").status, pair.one("One").card.reviews) == ("read", 0)


def test_a_file_is_left_alone_and_told_of_if_nobody_knows_what_an_old_sync_wrote(
    pair: Synced,
) -> None:
    pair.read("One")
    pair.sync()
    written = pair.text
    with alone(pair.context.store) as connection:
        connection.execute("DELETE FROM own_lines")
    undone = pair.undo()
    assert (undone.left, undone.left_files, pair.text) == ((), (str(pair.path),), written)
    assert left_sentences(undone) == [
        "list.md stays as it is, as that sync was before recall noted which lines it writes; "
        "take out by hand what you do not want"
    ]

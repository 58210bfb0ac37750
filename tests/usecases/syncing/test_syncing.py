"""Lists and the library in step: what each side does to the other."""

import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from recall.domain.library.catalog import ReadOptions
from recall.errors import BadFile, RecallError
from recall.storage.database.connections.connection import Values
from recall.storage.database.connections.sqlite import SqliteConnection
from recall.usecases.context import Context
from recall.usecases.syncing import list_file, syncing
from recall.usecases.syncing.file_side import FileSide
from recall.usecases.syncing.syncing import How, sync
from testing.databases.tables import dump
from testing.lists.synced import LIST, Synced, synced


def test_a_reading_done_in_recall_ticks_its_box_and_changes_no_other_byte(pair: Synced) -> None:
    pair.read("Four")
    report = pair.sync()
    assert pair.text == LIST.replace("* [ ]", "* [x]")
    assert [one.title for one in report.file.ticked] == ["Four"]
    assert not report.imported.changes


def test_a_tick_in_the_file_means_read(pair: Synced) -> None:
    pair.replace("- [ ] [One]", "- [x] [One]")
    report = pair.sync()
    assert pair.one("One").status == "read"
    assert not report.writes


def test_what_was_added_in_recall_is_a_line_under_its_section(pair: Synced) -> None:
    pair.add("Five", ("Papers",))
    pair.add("Six", ("Papers", "Later"))
    pair.sync()
    assert (
        "- [ ] [Three](https://example.org/3)\n- [ ] [Five](https://example.org/Five)\n"
        in pair.text
    )
    assert pair.text.endswith("* [ ] [Six](https://example.org/Six)\n")
    pair.replace("[Five]", "[Five, the second edition]")
    pair.sync()
    assert pair.one("Five, the second edition").places[0].section == ("Papers",)


def test_the_edits_of_the_file_come_in(pair: Synced) -> None:
    pair.replace("[Three](https://example.org/3)", "[The third](https://example.org/3)")
    pair.replace("## Later", "## Some day")
    pair.write(pair.text + "* [ ] [Nine](https://example.org/9)\n")
    before = pair.text
    pair.sync()
    assert pair.text == before
    assert pair.one("The third").places[0].section == ("Papers",)
    assert {pair.one(name).places[0].section for name in ("Four", "Nine")} == {
        ("Papers", "Some day")
    }


def test_a_title_edited_in_recall_stays_and_the_file_keeps_its_own(pair: Synced) -> None:
    from recall.usecases.resources.changing import Edit, edit

    edit(pair.context, pair.one("One"), Edit(title="Mine"))
    pair.replace("[One]", "[Theirs]")
    pair.sync()
    assert pair.one("Mine").places[0].title == "Theirs"
    assert "[Theirs]" in pair.text


def test_gone_from_the_file_is_marked_and_never_deleted(pair: Synced) -> None:
    pair.replace("- [ ] [One](https://example.org/1)\n", "")
    report = pair.sync()
    assert report.imported.gone == 1
    assert pair.one("One").gone


def test_a_cleared_box_makes_unread_what_recall_knows_by_its_tick_alone(pair: Synced) -> None:
    pair.replace("- [x] [Two]", "- [ ] [Two]")
    report = pair.sync()
    assert pair.one("Two").status == "unread"
    assert [one.title for one in report.unread] == ["Two"]
    assert not pair.sync().changes
    pair.undo()
    assert pair.one("Two").status == "read"


def test_a_cleared_box_never_makes_unread_what_has_a_review(pair: Synced) -> None:
    pair.read("One")
    pair.sync()
    pair.replace("- [x] [One]", "- [ ] [One]")
    for _ in range(3):  # it is told each time, and the box stays as the person left it
        report = pair.sync()
        assert [one.title for one in report.imported.names.unticked] == ["One"]
        assert pair.one("One").status == "read"
        assert "- [ ] [One]" in pair.text


def test_take_unticks_takes_it_nevertheless_and_undo_gives_the_review_back(pair: Synced) -> None:
    from recall.usecases.upkeep.checking import doctor

    pair.read("One")
    pair.sync()
    pair.replace("- [x] [One]", "- [ ] [One]")
    before = pair.one("One")
    pair.sync(take_unticks=True)
    one = pair.one("One")
    assert (one.status, one.card.reviews, one.card.memory, one.card.due) == (
        "unread",
        0,
        None,
        None,
    )
    assert not doctor(pair.context)
    assert not pair.sync().changes
    pair.undo()
    assert pair.one("One") == before
    assert not doctor(pair.context)


def test_without_being_allowed_a_file_is_not_written_and_nothing_is_done(
    library: Context, tmp_path: Path
) -> None:
    made = synced(library, tmp_path / "list.md", LIST, in_step=False)
    made.read("One")
    rows = dump(library.store)
    with pytest.raises(RecallError, match="--yes allows it"):
        sync(library, made.pair, How())
    assert (made.text, dump(library.store)) == (LIST, rows)
    made.sync()
    made.read("Three")
    sync(library, made.pair, How())  # once allowed, it may
    assert "- [x] [Three]" in made.text


def test_a_dry_run_says_what_would_be_and_writes_nothing(pair: Synced) -> None:
    pair.read("One")
    rows = dump(pair.context.store)
    report = pair.sync(dry_run=True)
    assert "+- [x] [One](https://example.org/1)" in report.diff
    assert (pair.text, dump(pair.context.store)) == (LIST, rows)


def test_mode_and_links_stay_as_they_are(pair: Synced, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere.md"
    pair.path.rename(real)
    pair.path.symlink_to(real)
    real.chmod(0o640)
    pair.read("One")
    pair.sync()
    assert pair.path.is_symlink()
    assert "- [x] [One]" in real.read_text()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(
        one.name for one in tmp_path.iterdir() if "list" in one.name or "else" in one.name
    ) == [
        "elsewhere.md",
        "list.md",
    ]


def test_a_file_that_changes_meanwhile_is_read_again(
    pair: Synced, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair.read("One")
    refusal, left = list_file.refusal, [2]

    def meanwhile(path: str) -> str | None:
        if left[0]:
            left[0] -= 1
            pair.write(pair.text + "\nA remark.\n")
        return refusal(path)

    monkeypatch.setattr(list_file, "refusal", meanwhile)
    pair.sync()
    assert pair.text == LIST.replace("- [ ] [One]", "- [x] [One]") + "\nA remark.\n" * 2
    left[0] = 99
    pair.read("Three")
    rows = dump(pair.context.store)
    with pytest.raises(BadFile, match="changes all the time"):
        pair.sync()
    assert "- [ ] [Three]" in pair.text
    assert dump(pair.context.store) == rows


def test_a_sync_that_another_one_overtakes_takes_no_reading_back(
    pair: Synced, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has read the file before the other ticked a box: that is no box that was cleared."""
    pair.add("Five", ("Papers",))
    pair.replace("- [ ] [One]", "- [x] [One]")
    read, left = syncing.side_of, [1]

    def overtaken(data: bytes, path: str, name: str, choice: ReadOptions) -> FileSide:
        if left.pop() if left else 0:
            pair.sync(by_itself=True)
        return read(data, path, name, choice)

    monkeypatch.setattr(syncing, "side_of", overtaken)
    report = pair.sync()
    assert (report.changes, report.unread) == (False, ())
    assert pair.one("One").status == "read"
    assert pair.text.count("[Five]") == 1


def test_if_the_library_cannot_be_written_the_file_is_as_it_was(
    sqlite_library: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = synced(sqlite_library, tmp_path / "list.md", LIST)
    pair.read("One")
    rows = dump(pair.context.store)
    execute = SqliteConnection.execute

    def full(connection: SqliteConnection, sql: str, *params: Values) -> None:
        if sql == "COMMIT":
            assert "- [x] [One]" in pair.text
            raise sqlite3.OperationalError("database or disk is full")
        execute(connection, sql, *params)

    monkeypatch.setattr(SqliteConnection, "execute", full)
    with pytest.raises(RecallError):
        pair.sync()
    monkeypatch.undo()
    assert (pair.text, dump(pair.context.store)) == (LIST, rows)


def unwritable(pair: Synced) -> None:
    pair.path.chmod(0o444)


def gone(pair: Synced) -> None:
    pair.path.unlink()


def a_folder(pair: Synced) -> None:
    pair.path.unlink()
    pair.path.mkdir()


def binary(pair: Synced) -> None:
    pair.path.write_bytes(bytes(range(256)) * 4)


def empty(pair: Synced) -> None:
    pair.write("")


def cyrillic(pair: Synced) -> None:
    pair.path.write_bytes("- [ ] [Война и мир](https://example.org/1)\n".encode("cp1251"))


def other(pair: Synced) -> None:
    pair.write("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><DT><A HREF='https://a.org'>A</A></DL>")


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (unwritable, "is read-only; make it writable to keep it in step"),
        (gone, "is gone; 'recall import' it from where it is now"),
        (a_folder, "is not a file"),
        (binary, "not a text file"),
        (empty, "no links and no checkboxes in it"),
        (cyrillic, "it is not in UTF-8"),
        (other, "is bookmarks; recall keeps Markdown in step"),
    ],
)
def test_a_file_that_cannot_be_kept_in_step_is_one_line_and_changes_nothing(
    pair: Synced, spoil: Callable[[Synced], None], problem: str
) -> None:
    pair.read("One")
    spoil(pair)
    rows = dump(pair.context.store)
    with pytest.raises(BadFile, match=problem) as refused:
        pair.sync()
    assert "\n" not in str(refused.value)
    assert dump(pair.context.store) == rows


def test_a_folder_without_room_is_one_line_and_changes_nothing(
    pair: Synced, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair.read("One")
    rows = dump(pair.context.store)

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BadFile, match="cannot be written: No space left on device; nothing"):
        pair.sync()
    assert (pair.text, dump(pair.context.store)) == (LIST, rows)
    assert [one.name for one in pair.path.parent.iterdir() if "recall-new" in one.name] == []

"""A backup is the same library, damaged or not, and comes back in place of another."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from recall.domain.library.card import Rating
from recall.errors import BadFile, RecallError, StorageError
from recall.settings.table import Settings
from recall.storage.database.version import HEAD
from recall.storage.store import Store
from recall.usecases.context import Context
from recall.usecases.planning.keeping import plan_of_today
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.upkeep.backups import Backup, backup, bring_back, examined
from recall.usecases.upkeep.checking import doctor
from recall.usecases.upkeep.mending import repair
from testing.commands.shown import shown
from testing.libraries.factories import NOW, TODAY, catalog, entries, make_library, titled


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    """A library with two resources, one of them graded."""
    made = make_library(f"sqlite:///{tmp_path / 'library.db'}", catalog(*entries(2)))
    grade(made, titled(made, "Resource 1"), Grade(Rating.GOOD, TODAY))
    with made.store:
        yield made


def url_of(context: Context) -> str:
    return f"sqlite:///{context.store.location.path}"


def run(path: Path | str, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def test_a_backup_is_the_same_library(context: Context, tmp_path: Path) -> None:
    copy = backup(context, tmp_path / "copy.db").path
    with Store(f"sqlite:///{copy}") as store:
        other = context._replace(store=store)
        assert shown(other) == shown(context)
        assert doctor(other) == []


def test_a_plan_from_a_clock_that_was_ahead_is_told_by_doctor_and_is_no_damage(
    context: Context, tmp_path: Path
) -> None:
    plan_of_today(context._replace(now=NOW + timedelta(days=40)))
    assert doctor(context) == ["plan 1, study_date: it is of a day to come"]
    copy = tmp_path / "copy.db"
    assert [backup(context, copy).problems for _ in range(2)] == [[], []]
    assert examined(copy, context)[1] == []
    run(str(context.store.location.path), "UPDATE resource SET stability = stability + 1")
    assert len(doctor(context)) == 2
    with pytest.raises(StorageError, match="the library is damaged"):
        backup(context, copy)
    assert next(one.becomes for one in repair(context)) == "it is taken out"
    assert doctor(context) == []


def test_a_backup_into_a_folder_keeps_the_name(context: Context, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    assert backup(context, folder).path == folder / "library.db"


def test_a_backup_never_writes_over_the_library_or_another_file(
    context: Context, tmp_path: Path
) -> None:
    with pytest.raises(StorageError, match="is the library itself"):
        backup(context, Path(str(context.store.location.path)))
    (tmp_path / "diary.txt").write_text("Dear diary")
    with pytest.raises(StorageError):
        backup(context, tmp_path / "diary.txt")
    assert (tmp_path / "diary.txt").read_text() == "Dear diary"


def test_a_backup_takes_the_place_of_an_earlier_one_and_of_no_other_library(
    context: Context, tmp_path: Path
) -> None:
    copy = backup(context, tmp_path / "copy.db").path
    assert backup(context, copy) == Backup(copy, [])
    elsewhere = make_library(f"sqlite:///{tmp_path / 'other.db'}", now=NOW + timedelta(days=1))
    with elsewhere.store, pytest.raises(StorageError, match="not a copy of this library"):
        backup(elsewhere, copy)
    (tmp_path / "empty.db").touch()
    assert backup(context, tmp_path / "empty.db").path.stat().st_size > 0


def test_a_backup_of_postgresql_is_left_to_its_own_program(
    postgres_url: str, tmp_path: Path
) -> None:
    context = make_library(postgres_url)
    with context.store, pytest.raises(StorageError, match="pg_dump"):
        backup(context, tmp_path / "copy.db")


def test_a_damaged_library_is_copied_with_a_warning_and_over_no_earlier_copy(
    context: Context, tmp_path: Path
) -> None:
    good = backup(context, tmp_path / "good.db").path
    before = good.read_bytes()
    run(str(context.store.location.path), "UPDATE resource SET kind = '' WHERE id = 2")
    done = backup(context, tmp_path / "sick.db")
    assert done.problems[0].startswith("resource 2, kind: '' is not one of article")
    assert done.path.stat().st_size > 0
    with pytest.raises(StorageError, match="may be a copy from before; give another name"):
        backup(context, good)
    assert good.read_bytes() == before


def test_a_copy_comes_back_and_the_library_before_is_kept(context: Context, tmp_path: Path) -> None:
    copy = backup(context, tmp_path / "copy.db").path
    was = shown(context)
    grade(context, titled(context, "Resource 2"), Grade(Rating.EASY, TODAY))
    after = shown(context)
    held, problems = examined(copy, context)
    assert (held.resources, held.reviews, held.last_action) == (2, 1, "2026-03-02T01:30:00Z")
    assert problems == []
    context.store.close()
    done = bring_back(url_of(context), copy, NOW, TODAY)
    assert done.kept == tmp_path / f"library-{TODAY.isoformat()}.db"
    assert shown(context) == was
    assert doctor(context) == []
    with Store(f"sqlite:///{done.kept}") as store:
        assert shown(context._replace(store=store)) == after


@pytest.mark.parametrize("left", ["nothing", "an empty file", "noise"])
def test_a_copy_comes_back_whatever_is_left_of_the_library(
    context: Context, tmp_path: Path, left: str
) -> None:
    copy = backup(context, tmp_path / "copy.db").path
    was = shown(context)
    context.store.close()
    library = Path(str(context.store.location.path))
    data = library.read_bytes()
    if left == "nothing":
        library.unlink()
    else:
        library.write_bytes(b"" if left == "an empty file" else data[:100] + b"\xa5" * 9000)
    done = bring_back(url_of(context), copy, NOW, TODAY)
    assert (done.kept is None) == (left == "nothing")
    assert shown(context) == was


def test_what_is_wrong_in_a_copy_is_named_and_the_copy_stays(
    context: Context, tmp_path: Path
) -> None:
    copy = backup(context, tmp_path / "copy.db").path
    run(copy, "UPDATE resource SET minutes = -1 WHERE id = 1")
    before = copy.read_bytes()
    _, problems = examined(copy, context)
    assert problems == ["resource 1, minutes: -1 is not from 1 to 60000"]
    assert copy.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "is no file"),
        (b"", "is empty; name a copy"),
        (b"SQLite format 3\x00 no", "is no copy of a library; name a copy"),
        (b"x", "is no copy of a library; name a copy"),
    ],
)
def test_a_file_that_is_no_copy_is_refused(
    context: Context, tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "other.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RecallError, match=said) as refused:
        examined(path, context)
    assert isinstance(refused.value, BadFile | StorageError)
    assert str(path) in str(refused.value)


def test_a_copy_of_a_newer_recall_is_refused(context: Context, tmp_path: Path) -> None:
    copy = backup(context, tmp_path / "copy.db").path
    run(copy, f"PRAGMA user_version = {HEAD + 1}")
    with pytest.raises(StorageError, match="newer recall"):
        examined(copy, context)


def test_a_copy_comes_into_an_unused_library_on_postgresql_and_into_no_other(
    context: Context, tmp_path: Path, postgres_url: str
) -> None:
    copy = backup(context, tmp_path / "copy.db").path
    was = shown(context)
    assert bring_back(postgres_url, copy, NOW, TODAY).kept is None
    with Store(postgres_url) as store:
        assert shown(Context(store, Settings(), NOW)) == was
    with pytest.raises(RecallError, match="is in use"):
        bring_back(postgres_url, copy, NOW, TODAY)

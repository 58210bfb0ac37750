"""The library goes into a file whole or not at all, and never over one by mistake."""

import os
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from recall.domain.library.card import Rating
from recall.domain.library.resource import Place
from recall.errors import AmbiguousList, BadFile, BadInput, UnknownList
from recall.settings.table import Settings
from recall.usecases.breaks.pausing import pause
from recall.usecases.breaks.single_dates import set_date_minutes
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.which_list import Source
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.upkeep.exporting import check_target, chosen, collected, write
from testing.libraries.factories import TODAY, catalog, entry


def test_a_library_is_collected_as_it_is(library: Context) -> None:
    found = collected(library)
    assert [one.title for one in found.resources] == [f"Resource {n}" for n in range(1, 7)]
    assert found.reviews == []
    assert [one.id for one in found.in_revisits] == [1, 2]
    assert found.revisit_minutes == {1: 5, 2: 5}
    assert (found.now, found.today) == (library.now, library.today)


def test_a_revisit_comes_on_the_next_day_that_has_minutes(sqlite_library: Context) -> None:
    week = Settings(weekday_minutes="mon 0")
    context = sqlite_library._replace(settings=week)
    grade(context, "1", Grade(Rating.GOOD, TODAY))
    on = collected(context).revisit_days
    assert on[2] == TODAY + timedelta(days=1)
    pause(context, TODAY, TODAY + timedelta(days=9))
    assert set(collected(context).revisit_days.values()) == {TODAY + timedelta(days=9)}
    set_date_minutes(context, TODAY + timedelta(days=9), 0)
    assert set(collected(context).revisit_days.values()) == {TODAY + timedelta(days=10)}
    pause(context, TODAY, None)
    assert collected(context).revisit_days == {}


def test_a_list_comes_out_by_itself(sqlite_library: Context) -> None:
    both = Place(("Other",), "Another name")
    other = catalog(
        entry("Resource 2", places=(both,)), entry("Only here", section=("Other",)), name="other"
    )
    import_catalog(sqlite_library, Source(other, "/lists/other.md"))
    grade(sqlite_library, "1", Grade(Rating.GOOD, TODAY))
    found = collected(sqlite_library, "lists/OTHER")
    assert [one.title for one in found.resources] == ["Resource 2", "Only here"]
    assert found.resources[0].places == (both,)
    assert found.reviews == []
    assert len(collected(sqlite_library, "list").resources) == 6
    assert [one.resource_id for one in collected(sqlite_library, "list").reviews] == [1]
    with pytest.raises(UnknownList, match="no list matches 'zoo'; there are: list, other"):
        collected(sqlite_library, "zoo")
    with pytest.raises(AmbiguousList, match="'t' matches 2 lists, give more of the name: list, /"):
        collected(sqlite_library, "t")


def test_the_format_is_named_or_told_by_the_ending() -> None:
    assert chosen(Path("a.JSON"), None).name == "json"
    assert chosen(Path("a.txt"), "json").name == "json"
    assert chosen(None, "json").name == "json"


@pytest.mark.parametrize(
    ("path", "name", "said"),
    [
        (Path("a.docx"), None, "the ending of a.docx tells no format; --format does: json"),
        (None, None, "standard output tells no format; --format does: json"),
        (Path("a.json"), "docx", "'docx' is not a format; allowed: json"),
    ],
)
def test_no_format_is_refused(path: Path | None, name: str | None, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        chosen(path, name)
    assert str(refused.value).startswith(said)


def test_a_file_that_is_there_is_written_over_only_if_wanted(
    sqlite_library: Context, tmp_path: Path
) -> None:
    path = tmp_path / "a.json"
    assert check_target(sqlite_library, path, force=False) == path.resolve()
    path.write_text("mine")
    with pytest.raises(BadFile, match="is there already; --force writes over it"):
        check_target(sqlite_library, path, force=False)
    assert check_target(sqlite_library, path, force=True) == path.resolve()


def test_a_folder_and_the_library_itself_are_refused(
    sqlite_library: Context, tmp_path: Path
) -> None:
    with pytest.raises(BadFile, match="is a directory; name a file"):
        check_target(sqlite_library, tmp_path, force=True)
    with pytest.raises(BadFile, match="is the library itself; give another name"):
        check_target(sqlite_library, Path(str(sqlite_library.store.location.path)), force=True)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes with names there")
def test_what_is_no_regular_file_is_refused(sqlite_library: Context, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BadFile, match="is no regular file; - writes to standard output"):
        check_target(sqlite_library, tmp_path / "pipe", force=True)


def test_a_link_is_followed(sqlite_library: Context, tmp_path: Path) -> None:
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    target = check_target(sqlite_library, tmp_path / "link.json", force=False)
    write(target, "text\n")
    assert (tmp_path / "real.json").read_text() == "text\n"
    assert (tmp_path / "link.json").is_symlink()


def test_a_file_is_whole_or_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(BadFile, match=r"a.json: cannot be written: No space left on device"):
        write(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such rights there")
def test_a_file_that_is_written_over_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "due.ics"
    path.write_text("old")
    path.chmod(0o604)
    write(path, "new")
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new", 0o604)


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="cannot be written: No such file or directory"):
        write(tmp_path / "none" / "a.json", "new")

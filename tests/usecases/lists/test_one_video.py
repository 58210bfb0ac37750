"""One video under several links: one thing, or several if times and titles say so."""

from pathlib import Path

import pytest

from recall.domain.library.card import Rating
from recall.storage.actions import begin
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.reading_files import read_catalog, read_list, written
from recall.usecases.lists.which_list import Source
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources.joining import join
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.databases.tables import living_now
from testing.libraries.factories import NOW, TODAY, everything

VIDEO = "https://youtu.be/dQw4w9WgXcQ"


def listed(folder: Path, *lines: tuple[str, str]) -> Path:
    path = folder / "talks.md"
    path.write_text("".join(f"- [{title}]({VIDEO}{rest})\n" for title, rest in lines), "utf-8")
    return path


def take(context: Context, path: Path) -> tuple[int, int, int, int]:
    return import_catalog(context, Source(read_list(path), str(path))).counts


WHOLE, FIRST, SECOND = ("Conference", ""), ("First talk", "?t=60"), ("Panel at night", "?t=7200")


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        ([FIRST, SECOND], ["First talk", "Panel at night"]),
        ([WHOLE, FIRST, SECOND], ["Conference", "First talk", "Panel at night"]),
        ([FIRST, WHOLE], ["First talk", "Conference"]),
        ([FIRST, SECOND, ("First talk again", "?t=60")], ["First talk", "Panel at night"]),
        ([FIRST, SECOND, ("First talk", "?t=90")], ["First talk", "Panel at night"]),
        ([FIRST, ("First talk", "?t=90")], ["First talk"]),
        ([FIRST, ("First talk", "")], ["First talk"]),
        ([FIRST, ("A first talk", "?t=70")], ["First talk"]),
        ([WHOLE, ("Panel at night", "")], ["Conference"]),
        ([WHOLE, ("video", "?t=60")], ["Conference"]),
        ([("video", "?t=60"), ("video", "?t=90")], ["video"]),
        ([FIRST], ["First talk"]),
    ],
)
def test_what_is_one_thing_and_what_is_several(
    empty: Context, tmp_path: Path, lines: list[tuple[str, str]], titles: list[str]
) -> None:
    path = listed(tmp_path, *lines)
    take(empty, path)
    assert [one.title for one in everything(empty)] == titles
    assert take(empty, path) == (0, 0, len(titles), 0)
    assert doctor(empty) == []


def test_each_talk_is_found_by_its_own_link(empty: Context, tmp_path: Path) -> None:
    take(empty, listed(tmp_path, WHOLE, FIRST, SECOND))
    for rest, title in (("", "Conference"), ("?t=60", "First talk"), ("?t=1m1s", "Conference")):
        assert find(empty.store, f"{VIDEO}{rest}").title == title


def test_a_second_talk_leaves_the_first_its_history(empty: Context, tmp_path: Path) -> None:
    take(empty, listed(tmp_path, FIRST))
    grade(empty, "1", Grade(Rating.GOOD, TODAY))
    for lines in ([FIRST, SECOND], [WHOLE, FIRST, SECOND], [WHOLE, FIRST], [FIRST]):
        take(empty, listed(tmp_path, *lines))
        (first,) = [one for one in everything(empty) if one.title == "First talk" and not one.gone]
        assert (first.id, first.card.reviews) == (1, 1)
    assert doctor(empty) == []


def test_a_talk_that_is_joined_by_the_whole_keeps_its_history(
    empty: Context, tmp_path: Path
) -> None:
    take(empty, listed(tmp_path, FIRST))
    grade(empty, "1", Grade(Rating.GOOD, TODAY))
    before = living_now(empty.store)
    take(empty, listed(tmp_path, WHOLE, FIRST))
    found = {one.title: (one.id, one.card.reviews) for one in everything(empty)}
    assert found == {"Conference": (2, 0), "First talk": (1, 1)}
    undo(empty)  # the first gets back the identity that the second has
    assert living_now(empty.store) == before
    assert take(empty, listed(tmp_path, WHOLE, FIRST)) == (1, 1, 0, 0)


def test_a_catalog_keeps_talks_apart(tmp_path: Path) -> None:
    catalog = read_list(listed(tmp_path, WHOLE, FIRST, SECOND))
    path = tmp_path / "talks.json"
    path.write_text(written(catalog, "catalog"), encoding="utf-8")
    assert [entry.canonical_url for entry in read_catalog(path).entries] == [
        entry.canonical_url for entry in catalog.entries
    ]


def test_other_lines_stay_as_they_are(empty: Context, tmp_path: Path) -> None:
    path = listed(tmp_path, FIRST, SECOND)
    text = path.read_text("utf-8") + "- [ ] A book\n- [A page](https://a.example/#t=60)\n"
    path.write_text(text, "utf-8")
    assert take(empty, path) == (4, 0, 0, 0)
    assert take(empty, path) == (0, 0, 4, 0)


def test_parts_of_a_video_stay_apart_when_the_rules_of_identity_change(
    empty: Context, tmp_path: Path
) -> None:
    path = listed(tmp_path, WHOLE, FIRST, SECOND)
    take(empty, path)
    before = [one.canonical_url for one in everything(empty)]
    with begin(empty.store, "import", NOW, TODAY) as action:
        action.update("reading_list", everything(empty)[0].order[0], {"rules_version": 1})
    assert take(empty, path) == (0, 0, 3, 0)
    assert take(empty, listed(tmp_path, WHOLE, FIRST)) == (0, 0, 2, 1)
    assert [one.canonical_url for one in everything(empty)] == before


def test_a_part_stays_with_what_it_was_joined_with(empty: Context, tmp_path: Path) -> None:
    """The list has a second part of the video now, and still both of the joined ones."""
    path, text = (
        tmp_path / "talks.md",
        f"- [A page](https://a.org/1)\n- [First talk]({VIDEO}?t=60)\n",
    )
    path.write_text(text, "utf-8")
    take(empty, path)
    join(empty, find(empty.store, "A page"), find(empty.store, "First talk"))
    path.write_text(f"{text}- [Panel at night]({VIDEO}?t=7200)\n", "utf-8")
    assert take(empty, path) == (1, 0, 1, 0)
    assert take(empty, path) == (0, 0, 2, 0)
    assert [one.title for one in everything(empty)] == ["First talk", "Panel at night"]
    assert doctor(empty) == []

"""The library is taken out as it is at one moment, in a format that is chosen."""

from datetime import timedelta
from pathlib import Path

import pytest

from recall.domain.library.card import Rating
from recall.domain.library.resource import Place
from recall.errors import AmbiguousList, BadInput, UnknownList
from recall.settings.table import Settings
from recall.usecases.breaks.pausing import pause
from recall.usecases.breaks.single_dates import set_date_minutes
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.which_list import Source
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.upkeep.exporting import chosen, collected
from testing.libraries.factories import TODAY, catalog, entry


def test_a_library_is_collected_as_it_is(library: Context) -> None:
    found = collected(library)
    assert [resource.title for resource in found.resources] == [
        f"Resource {n}" for n in range(1, 7)
    ]
    assert found.reviews == []
    assert [revisit.id for revisit in found.in_revisits] == [1, 2]
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
    assert [resource.title for resource in found.resources] == ["Resource 2", "Only here"]
    assert found.resources[0].places == (both,)
    assert found.reviews == []
    assert len(collected(sqlite_library, "list").resources) == 6
    assert [review.resource_id for review in collected(sqlite_library, "list").reviews] == [1]
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

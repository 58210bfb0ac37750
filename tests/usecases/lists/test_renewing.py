"""A library whose identities were made by older rules keeps its histories."""

from collections.abc import Mapping

import pytest

from recall.domain.library.card import Rating
from recall.domain.library.catalog import Item, ParsedList
from recall.errors import RecallError
from recall.formats.url_identity import RULES_VERSION
from recall.storage.actions import begin
from recall.usecases.context import Context
from recall.usecases.lists.cataloging import assemble
from recall.usecases.lists.importing import Report, Source, import_catalog
from recall.usecases.lists.renewing import renew_identities
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources.adding import add
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.databases.tables import dump
from testing.libraries.factories import NOW, TODAY, everything, titled
from testing.lists.reports import counts

PAPER = "https://dl.acm.org/doi/pdf/10.1145/3600006.3613165"
VIDEO, OTHER_NAME = "https://bilibili.com/video/av170001", "https://bilibili.com/video/BV17x411w7KC"
OLD: Mapping[str, str] = {"Paper": PAPER, "Video": VIDEO}


def take(context: Context, links: Mapping[str, str | None]) -> Report:
    items = tuple(
        Item(title, url, ("A",), checked=True, line=line)
        for line, (title, url) in enumerate(links.items())
    )
    catalog = assemble("list", ParsedList((("A",),), items))
    return counts(import_catalog(context, Source(catalog, "/list.md")))


def age(context: Context, identities: Mapping[str, str]) -> None:
    """Make a library as an older version would have left it."""
    with begin(context.store, "import", NOW, TODAY) as action:
        lists = action.rows("SELECT id FROM reading_list")
        action.update_many("reading_list", {number: {"rules_version": 1} for (number,) in lists})
        ids = {title: number for number, title in action.rows("SELECT id, title FROM resource")}
        for title, identity in identities.items():
            old = {"identity": identity, "canonical_url": identity}
            action.update("resource", ids[title], old)


def identities(context: Context) -> list[str]:
    return [str(row["identity"]) for row in dump(context.store)["resource"].values()]


@pytest.fixture
def older(empty: Context) -> Context:
    take(empty, {"Paper": PAPER, "Video": VIDEO, "Book": None})
    age(empty, OLD)
    grade(empty, titled(empty, "Paper"), Grade(Rating.GOOD, TODAY))
    return empty


def test_the_same_list_changes_nothing(older: Context) -> None:
    assert counts(take(older, {"Paper": PAPER, "Video": VIDEO, "Book": None})) == Report(
        unchanged=3
    )
    assert doctor(older) == []


def test_an_edited_list_adds_only_what_is_new_and_goes_out_again(older: Context) -> None:
    before = dump(older.store)
    links = {"Paper": PAPER, "Video": OTHER_NAME, "Book": None, "New": "https://a.org/"}
    assert counts(take(older, links)) == Report(new=1, updated=1, unchanged=2)
    assert "https://doi.org/10.1145/3600006.3613165" in identities(older)
    assert OTHER_NAME in identities(older)
    assert titled(older, "Paper").card.reviews == 1
    assert {row["rules_version"] for row in dump(older.store)["reading_list"].values()} == {
        RULES_VERSION
    }
    undo(older)
    after = dump(older.store)
    assert {key: after["resource"][key] for key in before["resource"]} == before["resource"]
    assert after["reading_list"] == before["reading_list"]


def test_what_is_added_by_hand_is_known_under_its_new_identity(older: Context) -> None:
    with pytest.raises(RecallError, match="already in the library"):
        add(older, "https://doi.org/10.1145/3600006.3613165", None, (), Edit())


def test_two_that_become_one_keep_their_histories(empty: Context) -> None:
    take(empty, {"One": "https://a.org/1", "Two": OTHER_NAME})
    age(empty, {"One": VIDEO})
    with begin(empty.store, "import", NOW, TODAY) as action:
        action.update("resource", titled(empty, "One").id, {"url": VIDEO})
    with begin(empty.store, "import", NOW, TODAY) as action:
        renew_identities(action)
    assert sorted(identities(empty)) == sorted([VIDEO, OTHER_NAME])
    assert len(everything(empty)) == 2


def test_a_link_changed_by_hand_stays_one_with_the_line_of_its_list(older: Context) -> None:
    edit(older, titled(older, "Paper"), Edit(url="https://b.org/paper"))
    links = {"Paper": PAPER, "Video": VIDEO, "Book": None, "New": "https://a.org/"}
    assert counts(take(older, links)) == Report(new=1, unchanged=3)
    assert titled(older, "Paper").url == "https://b.org/paper"

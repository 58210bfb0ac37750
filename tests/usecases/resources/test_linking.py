"""Changing the further links and the description by hand: imports leave both alone."""

import pytest

from recall.domain.library.resource import Link, Resource
from recall.errors import BadInput
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.which_list import Source
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.linking import written
from recall.usecases.resources.looking.listing import Wanted
from recall.usecases.resources.looking.listing import listed as all_listed
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.databases.tables import living_now
from testing.libraries.factories import catalog, entry

CODE = Link("code", "the code", "https://github.com/a/b")
SLIDES = Link("slides", "", "https://s.example/1.pdf")
WORK = entry("Work")._replace(description="Words of the list", links=(CODE,))


@pytest.fixture
def listed(empty: Context) -> Context:
    import_catalog(empty, Source(catalog(WORK), "/list.md"))
    return empty


def changed(context: Context, **fields: object) -> Resource:
    return edit(context, "1", Edit(**fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("put", "taken", "links"),
    [
        (["slides=https://s.example/1.pdf"], [], (CODE, SLIDES)),
        (["SLIDES = https://s.example/1.pdf"], [], (CODE, SLIDES)),
        (
            ["https://youtu.be/abcdefghijk"],
            [],
            (CODE, Link("video", "", "https://youtu.be/abcdefghijk")),
        ),
        (["paper=https://github.com/a/b"], [], (CODE._replace(role="paper"),)),
        (["slides=https://s.example/1.pdf"], ["code"], (SLIDES,)),
        ([], ["1"], ()),
        ([], ["github.com/a"], ()),
        ([], ["the co"], ()),
    ],
)
def test_links_are_put_on_and_taken_off(
    listed: Context, put: list[str], taken: list[str], links: tuple[Link, ...]
) -> None:
    assert changed(listed, links=tuple(put), no_links=tuple(taken)).links == links
    again = WORK._replace(links=(CODE, Link("page", "x", "https://x.example/")))
    import_catalog(listed, Source(catalog(again), "/list.md"))
    assert find(listed.store, "1").links == links
    assert doctor(listed) == []


def test_a_change_is_undone(listed: Context) -> None:
    before = living_now(listed.store)
    changed(listed, links=("slides=https://s.example/1.pdf",), description="Mine")
    undo(listed)
    assert living_now(listed.store) == before


@pytest.mark.parametrize(("text", "kept"), [("My words", "My words"), ("  ", None)])
def test_a_description_stays(listed: Context, text: str, kept: str | None) -> None:
    done = changed(listed, description=text, labels=("gpu",))
    assert (done.description, done.labels) == (kept, ("gpu",))
    import_catalog(listed, Source(catalog(WORK._replace(description="Newer")), "/list.md"))
    assert find(listed.store, "1").description == kept
    found = all_listed(listed, Wanted(text="github.com/a/b"))
    assert [one.id for one in found] == [1], "its links are searched too"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"links": ("boat=https://a.example/",)}, "'boat' is no role of a link; allowed: work"),
        ({"links": ("code=",)}, "'' is not a URL"),
        ({"no_links": ("video",)}, "no link is 'video'; it has 1 code (the code); give a number"),
    ],
)
def test_what_cannot_be_done_is_told(
    listed: Context, fields: dict[str, tuple[str, ...]], said: str
) -> None:
    with pytest.raises(BadInput) as told:
        changed(listed, **fields)
    assert said in str(told.value)


def test_an_address_with_an_equals_sign_is_no_role() -> None:
    assert written("https://a.example/?code=1") == Link("page", "", "https://a.example/?code=1")

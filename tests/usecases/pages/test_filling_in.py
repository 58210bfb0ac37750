"""What pages say is written as one action, and taken back as one."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from recall.domain.library.resource import Resource
from recall.domain.pages.facts import PageFacts
from recall.errors import RecallError
from recall.fetching.answer import NoAnswer
from recall.usecases.context import Context
from recall.usecases.history import history
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.which_list import Source
from recall.usecases.pages.filling_in import PASSING, FilledIn, fill_in, lacking
from recall.usecases.pages.looked import Looked
from recall.usecases.pages.reading_texts import kept_text, text_kept_at
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.undoing import undo
from testing.databases.tables import dump
from testing.libraries.factories import NOW, TODAY, catalog, entry, make_library

ONE, TWO = "https://example.org/one", "https://example.org/two"
LISTED = catalog(
    entry("example.org/one", ONE, minutes=15),
    entry("Two", TWO, minutes=15, section=("Other",)),
    entry("Three", "https://example.org/three", minutes=99),
    entry("Nowhere", None),
)
FACTS = PageFacts("The title", None, "en", "2024-05", length=3000, text="its text")


@pytest.fixture
def listed(database_url: str) -> Context:
    return make_library(database_url, LISTED)


def filled(context: Context, *looked: Looked, text: bool = False) -> list[FilledIn]:
    by_url = {one.url: one for one in lacking(context, ["1", "2"])}
    return list(fill_in(context, [(by_url[one.url], one) for one in looked], text=text))


def test_all_that_lack_something_are_asked_about_once(listed: Context) -> None:
    assert [one.id for one in lacking(listed, ())] == [1, 2]
    assert [one.id for one in lacking(listed, (), 1)] == [1]
    filled(listed, Looked(ONE, FACTS), Looked(TWO, problem=NoAnswer("login", "x wants a login")))
    assert lacking(listed, ()) == []
    assert [one.id for one in lacking(listed, ["Two", "2", "Nowhere"])] == [2, 4]


def test_one_run_is_one_action(listed: Context) -> None:
    before = dump(listed.store)
    done = filled(listed, Looked(ONE, FACTS), Looked(TWO, FACTS), text=True)
    assert [one.changed for one in done] == [
        ("title", "length", "published_on"),
        ("length", "published_on"),
    ]
    assert done[0].resource.title == "The title"
    assert done[0].resource.fetched == {"title", "language", "length", "published_on"}
    assert done[0].resource.fetched_on == TODAY
    assert history(listed, 1)[0].summary == "2 of 2 resources changed"
    assert kept_text(listed, "1")[1].text == "its text"
    assert text_kept_at(listed, done[0].resource) == NOW
    undo(listed)
    after = dump(listed.store)
    assert {name: after[name] for name in ("resource", "kept_text")} == {
        name: before[name] for name in ("resource", "kept_text")
    }


def test_the_title_is_found_by_search(listed: Context) -> None:
    filled(listed, Looked(ONE, FACTS))
    assert [one.id for one in lacking(listed, ["the TITLE"])] == [1]


@pytest.mark.parametrize("reason", PASSING)
def test_a_problem_that_may_pass_is_no_answer(listed: Context, reason: str) -> None:
    problem = NoAnswer(reason, "no")  # type: ignore[arg-type]
    (done,) = filled(listed, Looked(ONE, problem=problem))
    assert (done.problem, done.written) == (problem, False)
    assert [one.id for one in lacking(listed, ())] == [1, 2]
    assert [one.kind for one in history(listed, 9)] == ["init"]


def test_a_page_left_alone_is_not_asked(listed: Context) -> None:
    (done,) = filled(listed, Looked(ONE, left_alone=True))
    assert done.left_alone
    assert [one.kind for one in history(listed, 9)] == ["init"]


def test_the_same_again_is_no_action(listed: Context) -> None:
    filled(listed, Looked(ONE, FACTS))
    (done,) = filled(listed, Looked(ONE, FACTS))
    assert (done.changed, done.written) == ((), False)
    refused = Looked(ONE, problem=NoAnswer("login", "x wants a login"))
    assert not filled(listed, refused)[0].written
    assert [one.kind for one in history(listed, 9)] == ["fetch", "init"]


def test_what_was_edited_while_the_page_was_asked_stays(listed: Context) -> None:
    resource = lacking(listed, ["1"])[0]
    edit(listed, "1", Edit(title="Mine", minutes=7))
    (done,) = fill_in(listed, [(resource, Looked(ONE, FACTS))], text=False)
    assert (done.resource.title, done.resource.minutes) == ("Mine", 7)


def test_what_was_taken_away_while_the_page_was_asked_is_left(listed: Context) -> None:
    resource = lacking(listed, ["1"])[0]._replace(id=99)
    (done,) = fill_in(listed, [(resource, Looked(ONE, FACTS))], text=False)
    assert done.left_alone


def test_a_new_address_is_asked_anew(listed: Context) -> None:
    filled(listed, Looked(ONE, PageFacts()))
    assert [one.id for one in lacking(listed, ())] == [2]
    edit(listed, "1", Edit(url="https://example.org/new"))
    assert [one.id for one in lacking(listed, ())] == [1, 2]


def test_an_import_of_the_same_catalog_leaves_what_the_page_said(listed: Context) -> None:
    facts = PageFacts("The title", None, "zh", length=3000)
    filled(listed, Looked(ONE, facts), Looked(TWO, PageFacts(minutes=40, language="fr")))
    exact = LISTED._replace(exact=True)
    report = import_catalog(listed, Source(exact, None))
    assert report.updated == 0
    one, two = lacking(listed, ["1", "2"])
    assert (one.title, one.language) == ("The title", "zh")
    assert (two.minutes, two.language) == (40, "fr")


def test_minutes_that_a_catalog_gives_win_over_those_of_the_page(listed: Context) -> None:
    filled(listed, Looked(TWO, PageFacts(minutes=40)))
    longer = catalog(*(entry._replace(minutes=33) for entry in LISTED.entries))
    import_catalog(listed, Source(longer._replace(exact=True), None))
    assert [one.minutes for one in lacking(listed, ["2"])] == [33]


def test_no_text_is_told_with_what_to_do(listed: Context) -> None:
    with pytest.raises(RecallError, match="no text is kept of 2 Two; 'recall fetch 2 --keep-text'"):
        kept_text(listed, "2")
    assert text_kept_at(listed._replace(now=NOW + timedelta(1)), lacking(listed, ["2"])[0]) is None


def test_what_a_page_says_is_there_before_the_next_is_asked(listed: Context) -> None:
    one, two = lacking(listed, ["1", "2"])

    def looked() -> Iterator[tuple[Resource, Looked]]:
        yield one, Looked(ONE, FACTS)
        assert lacking(listed, ["1"])[0].title == "The title"
        raise KeyboardInterrupt

    before = dump(listed.store)
    with pytest.raises(KeyboardInterrupt):
        list(fill_in(listed, looked(), text=True))
    assert kept_text(listed, "1")[1].text == "its text"
    undo(listed)
    assert dump(listed.store)["resource"] == before["resource"]
    assert two == lacking(listed, ["2"])[0]


def test_a_run_beside_which_something_else_is_done_goes_on_after_it(listed: Context) -> None:
    one, two = lacking(listed, ["1", "2"])

    def looked() -> Iterator[tuple[Resource, Looked]]:
        yield one, Looked(ONE, FACTS)
        edit(listed, "3", Edit(minutes=7))
        yield two, Looked(TWO, FACTS)

    list(fill_in(listed, looked(), text=False))
    assert [(past.kind, past.summary) for past in history(listed, 3)] == [
        ("fetch", "length, published_on"),
        ("edit", history(listed, 2)[1].summary),
        ("fetch", "title, length, published_on"),
    ]
    for title in ("The title", "The title", "example.org/one"):
        undo(listed)
        assert lacking(listed, ["1"])[0].title == title


def test_a_run_that_was_undone_meanwhile_stays_undone(listed: Context) -> None:
    one, two = lacking(listed, ["1", "2"])

    def looked() -> Iterator[tuple[Resource, Looked]]:
        yield one, Looked(ONE, FACTS)
        undo(listed)
        yield two, Looked(TWO, FACTS)

    list(fill_in(listed, looked(), text=False))
    assert lacking(listed, ["1"])[0].title == "example.org/one"
    assert [past.kind for past in history(listed, 3)] == ["fetch", "undo", "fetch"]

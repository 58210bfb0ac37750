"""Which links are looked at, and which first."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.domain.link_checks.finding import Look, found
from recall.errors import NotFound
from recall.storage.tables.link_checks import findings
from recall.usecases.context import Context
from recall.usecases.link_checks.choosing import chosen_links, chosen_resources
from recall.usecases.link_checks.last_found import all_last_found, last_found, seen_on
from recall.usecases.rating.grading import Grade, read
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.shelving import archive, suspend
from testing.libraries.factories import NOW, TODAY, catalog, entry, make_library, titled

URL = "https://a.example/post"


@pytest.fixture
def library(sqlite_url: str) -> Iterator[Context]:
    context = make_library(
        sqlite_url,
        catalog(
            entry("Web", URL),
            entry("Nothing", None),
            entry("File", "file:///home/me/paper.pdf"),
            entry("Mail", "mailto:me@a.example"),
            entry("Same site", "https://www.a.example/other", section=("Other",)),
        ),
    )
    yield context
    context.store.close()


def note(context: Context, number: int, days: int) -> None:
    address = next(resource.url for resource in chosen_resources(context) if resource.id == number)
    at = NOW + timedelta(days=days)
    findings.note(context.store, number, lambda before: found(address or "", Look("ok"), at))


def ids(context: Context, *texts: str, section: str | None = None) -> list[int]:
    return [resource.id for resource in chosen_resources(context, texts, section)]


def test_all_but_what_is_archived_or_else_what_is_named(library: Context) -> None:
    archive(library, titled(library, "Web"))
    suspend(library, titled(library, "File"))
    assert ids(library) == [2, 3, 4, 5]
    assert ids(library, section="other") == [5]
    assert ids(library, "Web", "1", "5") == [1, 5]
    with pytest.raises(NotFound):
        ids(library, "no such thing")


def test_only_pages_and_files_can_be_looked_at(library: Context) -> None:
    wanted = chosen_links(library, chosen_resources(library))
    assert [link.resource_id for link in wanted.links] == [1, 3, 5]
    assert wanted.without == 2
    assert [link.host for link in wanted.links] == [
        "a.example",
        "file:///home/me/paper.pdf",
        "a.example",
    ]


def test_those_checked_longest_ago_come_first_and_never_is_longest(library: Context) -> None:
    note(library, 1, days=2)
    note(library, 3, days=1)
    resources = chosen_resources(library)
    assert [link.resource_id for link in chosen_links(library, resources).links] == [5, 3, 1]
    assert [link.resource_id for link in chosen_links(library, resources, 2).links] == [5, 3]


def test_what_was_found_of_an_address_is_not_said_of_another(library: Context) -> None:
    note(library, 1, days=0)
    web = titled(library, "Web")
    assert last_found(library, web) == all_last_found(library)[1]
    edit(library, web, Edit(url="https://b.example/post"))
    assert last_found(library, titled(library, "Web")) is None
    assert all_last_found(library) == {}


def test_a_copy_is_wanted_of_the_day_it_was_read_or_else_of_the_day_it_came(
    library: Context,
) -> None:
    web = titled(library, "Web")
    assert seen_on(library, web) == TODAY
    assert seen_on(library, web._replace(saved_on=TODAY - timedelta(9))) == TODAY - timedelta(9)
    assert seen_on(library, web._replace(read_on="2024-05")) == "2024-05"
    on = TODAY - timedelta(1)
    read(library, web, Grade(Rating.GOOD, on), is_rated=True)
    assert seen_on(library, web._replace(read_on="2024-05")) == on

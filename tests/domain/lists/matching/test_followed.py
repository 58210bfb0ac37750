"""Resources under their new identities, and what follows from a new link."""

import pytest

from recall.domain.library.catalog import Entry
from recall.domain.lists.matching.followed import follow, readdressed
from recall.domain.lists.matching.matching import Pair
from recall.domain.lists.merge import Known, Merge, identity, merge
from testing.libraries.factories import catalog, entry

TEXT = entry("A book of books", None, kind="page", minutes=10)
LINKED = entry("A book of books", "https://b.example/", kind="book", minutes=600)
OTHER = entry("Other")


def known(one: Entry, number: int = 1, **other: object) -> Known:
    plain = Known(
        *(number, one.title, one.url, one.series, one.part, one.kind, one.language, one.minutes),
        *("unread", False, frozenset(), one.places, ()),
    )
    return plain._replace(**other)  # type: ignore[arg-type]  # keywords of the tests below


def library(*stood: Known) -> dict[str, Known]:
    return {identity(one): stand for one, stand in zip((TEXT, OTHER), stood, strict=False)}


def followed(now: Entry, stood: Known) -> Merge:
    listed = catalog(now, OTHER)
    found = follow(listed, library(stood, known(OTHER, 2)))
    return readdressed(merge(listed, found.known), found, listed)


def test_a_link_makes_it_guess_again() -> None:
    merged = followed(LINKED, known(TEXT))
    (update,) = merged.updated
    assert (merged.new, merged.gone, merged.unchanged) == ((), (), 1)
    assert {**update.values} == {
        "url": "https://b.example/",
        "canonical_url": "https://b.example/",
        "kind": "book",
        "minutes": 600,
    }


def test_another_link_is_no_reason_to_guess() -> None:
    (update,) = followed(LINKED, known(TEXT, url="https://a.example/")).updated
    assert set(update.values) == {"url", "canonical_url"}


@pytest.mark.parametrize("field", ["kind", "minutes", "url"])
def test_what_the_person_set_is_not_guessed_again(field: str) -> None:
    (update,) = followed(LINKED, known(TEXT, edited=frozenset({field}))).updated
    assert field not in update.values


def test_what_has_nothing_else_new_is_an_update_too() -> None:
    stood = known(TEXT, url="https://mine.example/", edited=frozenset({"url", "kind"}))
    merged = followed(LINKED, stood)
    assert [one.values for one in merged.updated] == [{}]
    assert merged.unchanged == 1


def test_without_news_everything_stays_as_it_is() -> None:
    listed = catalog(TEXT, OTHER)
    stood = library(known(TEXT), known(OTHER, 2))
    found = follow(listed, stood)
    assert (found.known, found.sure, found.likely) == (stood, (), ())
    merged = merge(listed, stood)
    assert readdressed(merged, found, listed) == merged


def test_what_is_certain_is_not_looked_for() -> None:
    pair = Pair(identity(TEXT), "https://elsewhere.example")
    found = follow(catalog(OTHER), library(known(TEXT), known(OTHER, 2)), [pair])
    assert pair.new in found.known
    assert found.sure == (pair,)

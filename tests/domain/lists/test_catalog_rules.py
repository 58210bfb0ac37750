"""The rules of a catalog beyond its shape: what they take, what they refuse, what they say."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from recall.domain.library.catalog import Catalog, Entry
from recall.domain.library.resource import Place
from recall.domain.lists.catalog_rules import CatalogProblem, check, show
from testing.lists.catalogs import (
    BAD,
    ELSEWHERE,
    GOOD,
    HALF_PAIRS,
    JSON,
    Bad,
    Change,
    changed,
    valid,
)


def refusal(data: Any) -> CatalogProblem:
    with pytest.raises(CatalogProblem) as caught:
        check(data)
    return caught.value


def test_every_field_of_a_valid_catalog_is_read() -> None:
    catalog = check(valid())
    assert catalog[:2] == ("reading", (("GPU",), ("GPU", "CUDA"), ("空",)))
    assert catalog.skipped == ()
    assert catalog.entries[0] == Entry(
        title="CUDA（一）",
        url="http://example.org/1",
        canonical_url="https://example.org/1",
        kind="article",
        language="en",
        minutes=30,
        series="CUDA",
        part=1,
        read=False,
        places=(Place(("GPU",), "CUDA"),),
    )


def test_resources_keep_their_order_and_their_places() -> None:
    entries = check(valid()).entries
    assert [entry.title for entry in entries] == ["CUDA（一）", "A book", "GEMM"]
    assert [place.title for place in entries[2].places] == ["GEMM", "GEMM, again"]


@pytest.mark.parametrize("change", GOOD, ids=str)
def test_a_valid_catalog_is_taken(change: Change) -> None:
    assert isinstance(check(changed(change)), Catalog)


def test_a_character_that_no_database_takes_is_found_wherever_it_stands() -> None:
    data = valid()
    data["resources"][2]["places"][1]["title"] = "GEMM \ud800"
    assert refusal(data).where == "resources[2].places[1].title"


COMPARED = [bad for bad in BAD if bad.beyond_schema in (HALF_PAIRS, ELSEWHERE)]


@pytest.mark.parametrize("bad", COMPARED, ids=lambda bad: f"{bad.where}: {bad.says}")
def test_what_a_schema_cannot_refuse_is_refused_with_its_path(bad: Bad) -> None:
    problem = refusal(changed(bad.change))
    assert problem.where == bad.where
    assert bad.says in problem.problem
    assert str(problem) == f"{problem.where}: {problem.problem}"


def test_without_links_the_same_title_in_another_section_is_another_resource() -> None:
    data = valid()
    elsewhere = data["resources"][1] | {"places": [{"section": ["空"], "title": "A book"}]}
    data["resources"].append(elsewhere)
    assert len(check(data).entries) == 4


def test_the_same_title_and_section_with_two_links_are_two_resources() -> None:
    data = valid()
    other = data["resources"][0] | {"canonical_url": "https://example.org/other"}
    data["resources"].append(other)
    assert len(check(data).entries) == 4


@given(JSON)
def test_a_value_is_shown_short_and_printable(value: object) -> None:
    shown = show(value)
    assert shown.isprintable()
    assert len(shown) < 12 * 61


def test_a_number_too_long_for_python_to_print_is_shown_all_the_same() -> None:
    assert show(10**5000) == show(-(10**5000)) == "a huge number"
    assert show(Decimal("0." + "1" * 5000)) == f"0.{'1' * 58}…"


@pytest.mark.parametrize("name", ["read_on", "saved_on"])
def test_a_day_that_is_in_no_calendar_is_refused_with_its_path(name: str) -> None:
    data = valid()
    data["resources"][1][name] = "2023-02-29"
    problem = refusal(data)
    assert str(problem) == f"resources[1].{name}: '2023-02-29' is in no calendar"

"""The check of a catalog: what it takes, what it refuses, and what it says then."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.catalog import Catalog, Entry
from recall.domain.library.resource import Place
from recall.domain.lists.catalog_schema import CatalogProblem, check, show
from testing.catalogs import BAD, GOOD, JSON, Bad, Change, changed, mutations, valid


def problem_of(data: Any) -> CatalogProblem | None:
    try:
        check(data)
    except CatalogProblem as problem:
        return problem
    return None


def refusal(data: Any) -> CatalogProblem:
    problem = problem_of(data)
    assert problem is not None
    return problem


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


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: f"{bad.where}: {bad.says}")
def test_a_bad_catalog_is_refused_with_the_path_and_what_is_allowed(bad: Bad) -> None:
    problem = refusal(changed(bad.change))
    assert problem.where == bad.where
    assert bad.says in problem.problem
    assert str(problem) == f"{problem.where}: {problem.problem}"


def test_a_later_version_is_named_before_its_unknown_keys() -> None:
    assert refusal(valid() | {"schema": 2, "tags": []}).where == "schema"


def test_a_misspelled_key_is_named_before_the_key_it_leaves_missing() -> None:
    data = valid()
    data["nane"] = data.pop("name")
    assert refusal(data).problem == "unknown key 'nane'; did you mean 'name'?"


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


@given(JSON | st.fixed_dictionaries({"schema": st.just(1)}, optional={"name": JSON}))
def test_no_json_value_makes_it_fail_in_another_way(data: object) -> None:
    refusal(data)


@given(mutations())
def test_a_change_is_either_taken_or_refused_in_one_printable_line(data: object) -> None:
    assert str(problem_of(data) or "").isprintable()


@given(JSON)
def test_a_value_is_shown_short_and_printable(value: object) -> None:
    shown = show(value)
    assert shown.isprintable()
    assert len(shown) < 12 * 61


def test_a_number_too_long_for_python_to_print_is_shown_all_the_same() -> None:
    assert show(10**5000) == show(-(10**5000)) == "a huge number"

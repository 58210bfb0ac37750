"""The shape of a catalog: which files the schema takes, and the sentence for those it refuses."""

import json
from typing import Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from recall.domain.library.catalog import Entry
from recall.domain.library.resource import KINDS, LINK_ROLES, Link, Place
from recall.domain.lists.catalog_rules import CatalogProblem
from recall.errors import BadCatalog
from recall.formats.catalog_json import SCHEMA_VERSION, parse
from recall.formats.catalog_shape import SENTENCES, check_shape
from testing.checkout import ROOT
from testing.lists.catalogs import (
    BAD,
    CALENDAR,
    ELSEWHERE,
    GOOD,
    HALF_PAIRS,
    INTEGERS,
    JSON,
    Bad,
    Change,
    changed,
    mutations,
    valid,
)

OPTIONAL = tuple(Entry._field_defaults)
NEEDED = tuple(name for name in Entry._fields if name not in OPTIONAL)

DATA = ROOT / "data"
SCHEMA = json.loads((DATA / "catalog.schema.json").read_text(encoding="utf-8"))
BY_ANOTHER_LIBRARY = Draft202012Validator(SCHEMA)


def problem_of(data: Any) -> BadCatalog | None:
    try:
        parse(json.dumps(data), "my.json")
    except BadCatalog as problem:
        return problem
    return None


def refusal(data: Any) -> BadCatalog:
    problem = problem_of(data)
    assert problem is not None
    return problem


def has_shape(data: Any) -> bool:
    try:
        check_shape(data)
    except CatalogProblem:
        return False
    return True


@pytest.mark.parametrize("change", GOOD, ids=str)
def test_a_valid_catalog_is_taken(change: Change) -> None:
    check_shape(changed(change))
    BY_ANOTHER_LIBRARY.validate(changed(change))
    assert problem_of(changed(change)) is None


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: f"{bad.where}: {bad.says}")
def test_a_bad_catalog_is_refused_with_the_path_and_what_is_allowed(bad: Bad) -> None:
    problem = refusal(changed(bad.change))
    assert str(problem).startswith(f"my.json: at {bad.where}: ")
    assert bad.says in str(problem)


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: f"{bad.where}: {bad.says}")
def test_the_schema_refuses_everything_that_a_schema_can_refuse(bad: Bad) -> None:
    assert has_shape(changed(bad.change)) == (bad.beyond_schema is not None)
    assert BY_ANOTHER_LIBRARY.is_valid(changed(bad.change)) == (bad.beyond_schema is not None)


def test_every_reason_beyond_the_schema_has_an_example() -> None:
    reasons = {bad.beyond_schema for bad in BAD}
    assert reasons == {None, INTEGERS, HALF_PAIRS, CALENDAR, ELSEWHERE}


def test_a_later_version_is_named_before_its_unknown_keys() -> None:
    assert "at schema: 2 is not" in str(refusal(valid() | {"schema": 2, "tags": []}))


def test_a_misspelled_key_is_named_before_the_key_it_leaves_missing() -> None:
    data = valid()
    data["nane"] = data.pop("name")
    assert "unknown key 'nane'; did you mean 'name'?" in str(refusal(data))


@pytest.mark.parametrize("key", NEEDED)
def test_a_missing_key_is_named(key: str) -> None:
    data = valid()
    del data["resources"][0][key]
    assert f"at resources[0]: the key '{key}' is missing" in str(refusal(data))


@given(JSON | st.fixed_dictionaries({"schema": st.just(1)}, optional={"name": JSON}))
def test_no_json_value_makes_it_fail_in_another_way(data: object) -> None:
    refusal(data)


@given(mutations())
def test_a_change_is_either_taken_or_refused_in_one_printable_line(data: object) -> None:
    assert str(problem_of(data) or "").isprintable()


@given(mutations())
def test_two_libraries_read_the_schema_in_the_same_way(data: Any) -> None:
    taken = has_shape(data)
    event("taken" if taken else "refused")
    assert taken == BY_ANOTHER_LIBRARY.is_valid(data)


def test_the_schema_is_a_json_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_has_the_keys_kinds_roles_and_the_version_of_the_program() -> None:
    resource, place = SCHEMA["$defs"]["resource"], SCHEMA["$defs"]["place"]
    assert SCHEMA["properties"]["schema"]["const"] == SCHEMA_VERSION
    assert tuple(SCHEMA["properties"]) == ("$schema", *SCHEMA["required"])
    assert tuple(resource["required"]) == NEEDED
    assert tuple(resource["properties"]) == Entry._fields
    assert tuple(place["required"]) == tuple(place["properties"]) == Place._fields
    link = SCHEMA["$defs"]["link"]
    assert tuple(link["required"]) == tuple(link["properties"]) == Link._fields
    assert tuple(link["properties"]["role"]["enum"]) == LINK_ROLES
    assert tuple(resource["properties"]["kind"]["enum"]) == KINDS


def test_every_key_is_described_to_the_editor() -> None:
    for owner in (SCHEMA, *(SCHEMA["$defs"][name] for name in ("resource", "place", "link"))):
        for name, key in owner["properties"].items():
            assert key["description"], name


NEED_NONE = {"$ref", "$defs", "$schema", "allOf", "if", "then", "else", "items", "properties"}
NEED_NONE |= {"title", "description", "errorMessage", "patternErrorMessage"}
HAVE_THEIRS = {"const", "pattern"}
"""Their errorMessage stands beside them in the schema."""


def test_every_rule_of_the_schema_has_its_sentence() -> None:
    rules = set(_rules(SCHEMA))
    assert rules - NEED_NONE - HAVE_THEIRS == set(SENTENCES)


def _rules(schema: Any) -> Any:
    """The keywords in a schema; the names of properties and definitions are none."""
    for keyword, value in schema.items():
        yield keyword
        if keyword in ("properties", "$defs"):
            for inner in value.values():
                yield from _rules(inner)
        for inner in value if keyword == "allOf" else [value]:
            if isinstance(inner, dict) and keyword not in ("properties", "$defs"):
                yield from _rules(inner)


def test_the_shipped_catalog_has_the_shape_so_that_the_first_start_need_not_check_it() -> None:
    check_shape(json.loads((DATA / "catalog.json").read_text(encoding="utf-8")))

"""A whole library goes out and comes back the same, from either database to either."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.domain.library.export import LibraryRows
from recall.errors import BadCatalog, BadFile, RecallError
from recall.formats.exports.library_json import parse, write
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.usecases.context import Context
from recall.usecases.history import history
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from recall.usecases.upkeep.exporting import collected
from recall.usecases.upkeep.opening import is_missing
from recall.usecases.upkeep.restoring import restore
from testing.databases.tables import dump
from testing.libraries.exported import changed, exported, lived_in
from testing.libraries.factories import NOW, everything, make_library
from testing.lists.catalogs import JSON

FILE = Path("library.json")


def same_life(one: Context, other: Context) -> None:
    """Both say the same now, and after each undo of all that was done."""
    assert exported(other) == exported(one)
    assert doctor(other) == []
    assert everything(other) == everything(one)
    assert history(other, 1_000) == history(one, 1_000)
    for _ in range(4):
        undone = [_undone(context) for context in (one, other)]
        assert undone[0] == undone[1]
        assert exported(other) == exported(one)
    assert doctor(other) == []


def _undone(context: Context) -> object:
    try:
        return undo(context)
    except RecallError as nothing:
        return str(nothing)


@settings(max_examples=10)
@given(seed=st.integers(0, 10_000))
def test_a_library_comes_back_on_sqlite(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    path = tmp_path_factory.mktemp("back") / "library.db"
    with lived_in(seed) as context:
        came = restore(f"sqlite:///{path}", exported(context), FILE)
        assert came.counts.resources == len(everything(context))
        with Store(f"sqlite:///{path}") as store:
            same_life(context, context._replace(store=store))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_library_goes_to_postgres_and_back(postgres_url: str, sqlite_url: str, seed: int) -> None:
    with lived_in(seed) as context:
        library = exported(context)
        restore(postgres_url, library, FILE)
        with Store(postgres_url) as store:
            there = context._replace(store=store)
            restore(sqlite_url, exported(there), FILE)
            same_life(context, there)
    with Store(sqlite_url) as store:
        assert exported(context._replace(store=store)) == library


@pytest.fixture(scope="module")
def library() -> LibraryRows:
    with lived_in(5) as context:
        return exported(context)


@pytest.fixture(scope="module")
def text() -> str:
    with lived_in(5) as context:
        return write(collected(context))


def test_an_empty_library_is_filled(anywhere: Context, library: LibraryRows) -> None:
    url = str(anywhere.store.location.url or f"sqlite:///{anywhere.store.location.path}")
    came = restore(url, library, FILE)
    assert exported(anywhere).tables == library.tables
    assert came.counts.actions == len(library.tables["action"])


@pytest.mark.parametrize("dry_run", [False, True])
def test_a_library_in_use_is_left_as_it_is(
    library_url: str, library: LibraryRows, dry_run: bool
) -> None:
    with Store(library_url) as store:
        before = dump(store)
        with pytest.raises(RecallError, match="is in use; a whole library comes only into an"):
            restore(library_url, library, FILE, dry_run=dry_run)
        assert dump(store) == before


def test_a_damaged_export_writes_nothing(sqlite_url: str, library: LibraryRows) -> None:
    damaged = changed(library, "tables.resource.3.due", "soon")
    with pytest.raises(BadCatalog, match=r"library.json: at tables.resource\[3\].due: 'soon' is"):
        restore(sqlite_url, damaged, FILE)
    assert is_missing(sqlite_url)


def test_what_does_not_follow_from_its_log_is_refused(
    sqlite_url: str, library: LibraryRows
) -> None:
    graded = next(
        at for at, row in enumerate(library.tables["resource"]) if row["stability"] is not None
    )
    odd = changed(library, f"tables.resource.{graded}.stability", 1234.5)
    with pytest.raises(BadFile, match=r"not sound: .*its memory is not what .*; --force brings it"):
        restore(sqlite_url, odd, FILE)
    assert is_missing(sqlite_url)
    restore(sqlite_url, odd, FILE, force=True)
    with Store(sqlite_url) as store:
        assert doctor(Context(store, Settings(), NOW)) != []


@pytest.mark.parametrize("at", ["", "soon", "2026-03-02", "2026-03-02T01:30:00+08:00", "9999"])
def test_the_moment_of_an_export_is_one(sqlite_url: str, library: LibraryRows, at: str) -> None:
    with pytest.raises(BadCatalog, match=r"at at: '.*' is no instant"):
        restore(sqlite_url, library._replace(at=at), FILE)
    assert is_missing(sqlite_url)


VALUES = st.one_of(
    st.sampled_from(
        [None, True, 0, -1, 10**6, 2**31, 10**30, 1e308, "", "x", [], {}, "2026-02-30"]
    ),
    st.sampled_from(["gone", "removed", "9999-12-31", "2026-03-02T01:30:00Z", "x" * 5_000, "a\0b"]),
    JSON,
)


@st.composite
def damages(draw: st.DrawFn, text: str) -> str:
    """An export in which a key is dropped, a value is another, or a row is gone or doubled."""
    data = json.loads(text)
    holder: Any = data
    for _ in range(draw(st.integers(0, 3))):
        inner = [each for each in _inside(holder) if isinstance(each[1], dict | list) and each[1]]
        if inner:
            holder = draw(st.sampled_from(inner))[1]
    key = draw(st.sampled_from([each[0] for each in _inside(holder)]))
    match draw(st.sampled_from(["drop", "value", "copy", "before"])):
        case "drop":
            del holder[key]
        case "copy" if isinstance(holder, list):
            holder.append(holder[key])
        case "before":
            row = draw(st.sampled_from([one for one in data["tables"]["change"] if one["before"]]))
            image = json.loads(row["before"])
            image[draw(st.sampled_from(sorted(image)))] = draw(VALUES)
            row["before"] = json.dumps(image)
        case _:
            holder[key] = draw(VALUES)
    return json.dumps(data)


def _inside(holder: Any) -> list[tuple[Any, Any]]:
    return list(holder.items() if isinstance(holder, dict) else enumerate(holder))


@settings(max_examples=60)
@given(data=st.data())
def test_any_damage_is_named_or_does_no_harm(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject
) -> None:
    url = f"sqlite:///{tmp_path_factory.mktemp('damaged')}/library.db"
    damaged = data.draw(damages(text))
    try:
        restore(url, parse(damaged, FILE), FILE)
    except BadFile as refused:
        said = str(refused)
        assert said.startswith("library.json: ")
        assert len(said.splitlines()) == 1
        assert is_missing(url)
        return
    with Store(url) as store:
        context = Context(store, Settings(), NOW)
        assert doctor(context) == []
        for _ in range(30):
            _undone(context)
        assert history(context, 1_000)
        everything(context)


def test_a_dry_run_writes_nothing(sqlite_url: str, library: LibraryRows) -> None:
    assert restore(sqlite_url, library, FILE, dry_run=True).counts.resources > 0
    assert is_missing(sqlite_url)
    make_library(sqlite_url).store.close()
    restore(sqlite_url, library, FILE, dry_run=True)
    with Store(sqlite_url) as store:
        assert everything(Context(store, Settings(), NOW)) == []


def _retitled(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "title": "Another title"}


def _remembers_otherwise(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "before": json.dumps(_retitled(json.loads(row["before"])))}


@pytest.mark.parametrize(
    ("table", "altered"), [("resource", _retitled), ("change", _remembers_otherwise)]
)
def test_what_was_altered_since_it_was_written_is_refused_unless_forced(
    sqlite_url: str, text: str, table: str, altered: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    data = json.loads(text)
    rows = data["tables"][table]
    wanted = (
        at for at, row in enumerate(rows) if '"title"' in (row.get("before", '"title"') or "")
    )
    at = next(wanted)
    rows[at] = altered(rows[at])
    library = parse(json.dumps(data), "library.json")
    with pytest.raises(BadFile, match=rf"tables\.{table}: it is not as recall wrote it; --force"):
        restore(sqlite_url, library, FILE)
    assert is_missing(sqlite_url)
    restore(sqlite_url, library, FILE, force=True)


def test_another_order_of_keys_and_other_spaces_alter_nothing(sqlite_url: str, text: str) -> None:
    restore(sqlite_url, parse(json.dumps(json.loads(text), sort_keys=True, indent=1), "l"), FILE)


@pytest.mark.parametrize("missing", ["digests", "change"])
def test_what_has_no_digest_may_have_lost_rows_of_the_history_and_is_refused(
    sqlite_url: str, text: str, missing: str
) -> None:
    data = json.loads(text)
    del (data if missing == "digests" else data["digests"])[missing]
    del data["tables"]["change"][-1]
    library = parse(json.dumps(data), "library.json")
    with pytest.raises(BadCatalog, match=r"tables\.\w+: it is not as recall wrote it; --force"):
        restore(sqlite_url, library, FILE)
    restore(sqlite_url, library, FILE, force=True)

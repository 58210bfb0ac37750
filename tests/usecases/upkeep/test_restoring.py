"""A whole library goes out and comes back the same, from either database to either."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.domain.library.export import LibraryRows
from recall.errors import BadCatalog, RecallError
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.usecases.context import Context
from recall.usecases.history import history
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from recall.usecases.upkeep.opening import is_missing
from recall.usecases.upkeep.restoring import restore
from testing.exported import changed, exported, lived_in
from testing.factories import NOW, everything, make_library
from testing.tables import dump

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


def test_a_dry_run_writes_nothing(sqlite_url: str, library: LibraryRows) -> None:
    assert restore(sqlite_url, library, FILE, dry_run=True).counts.resources > 0
    assert is_missing(sqlite_url)
    make_library(sqlite_url).store.close()
    restore(sqlite_url, library, FILE, dry_run=True)
    with Store(sqlite_url) as store:
        assert everything(Context(store, Settings(), NOW)) == []

"""A database URL taken apart, and named without what is secret in it."""

import os

import pytest

from recall.errors import BadInput
from recall.storage.database.location import Location, locate


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:////home/a/library.db", "/home/a/library.db"),
        ("sqlite:///library.db", "library.db"),
        ("sqlite:///C:\\Users\\a\\library.db", "C:\\Users\\a\\library.db"),
        ("sqlite:////a b/100%?#库.db", "/a b/100%?#库.db"),
    ],
)
def test_a_sqlite_url_is_a_path(url: str, path: str) -> None:
    assert locate(url) == Location(path, None)
    assert str(locate(url)) == path


def test_a_tilde_is_the_home() -> None:
    assert locate("sqlite:///~/library.db").path == os.path.expanduser("~/library.db")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_way_to_write_postgresql_is_the_same(scheme: str) -> None:
    assert locate(f"{scheme}://a@host/name").url == "postgresql+psycopg://a@host/name"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://a:secret@host/name", "postgresql://host/name"),
        ("postgresql://a:secret@host:5433/name?sslmode=require", "postgresql://host/name"),
        ("postgresql://a:sec?ret@host/name", "postgresql://host/name"),
        ("postgresql://host/name?user=a&password=secret", "postgresql://host/name"),
        ("postgresql://host/name?password=a@secret", "postgresql://host/name"),
        ("postgresql:///name?host=/run/postgresql", "postgresql:///name"),
        ("postgresql://", "postgresql:///"),
    ],
)
def test_a_message_names_the_server_and_no_secret(url: str, shown: str) -> None:
    assert str(locate(url)) == shown


@pytest.mark.parametrize(
    "url",
    [
        "",
        "sqlite://",
        "sqlite:///",
        "library.db",
        "/home/a/library.db",
        "mysql://a:secret@host/name",
        "postgresql://a:secret@host:port/name",
        "postgresql://a:secret@[::1/name",
    ],
)
def test_any_other_url_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(BadInput, match="sqlite:////absolute/path") as error:
        locate(url)
    assert "secret" not in str(error.value)


def test_a_library_in_memory_is_refused() -> None:
    with pytest.raises(BadInput, match="gone with the command"):
        locate("sqlite:///:memory:")

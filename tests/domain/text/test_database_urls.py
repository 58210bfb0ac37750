"""Database URLs: which are refused, and what of the others is shown."""

import pytest

from recall.domain.text.database_urls import problem, shown

USABLE = [
    ("sqlite:////home/a@b/library.db", "sqlite:////home/a@b/library.db"),
    ("postgresql://alice:SECRET@host:5433/lib?sslmode=SECRET", "postgresql://host/lib"),
    ("postgres://alice:SEC/RET@host/lib", "postgresql://host/lib"),
    ("postgresql+psycopg://alice:S E?C#R/ET@[::1]:5/lib", "postgresql://[::1]/lib"),
    ("postgresql://h1,h2/lib", "postgresql://h1,h2/lib"),
    ("postgresql://", "postgresql:///"),
]

REFUSED = [
    ("postgresql://alice:x@SECRET@host/lib", "%40"),
    ("postgresql://alice:x@SE?CRET@host/lib", "%40"),
    ("postgres://alice@SECRET:x@host/lib", "%40"),
    ("postgresql://alice:x@ho#SECRET/lib", "sqlite:////"),
    ("postgresql://alice:x@[SECRET/lib", "sqlite:////"),
    ("postgresql://alice:SECRET/lib", "sqlite:////"),
    ("postgresql://host:/SECRET", "sqlite:////"),
    ("mysql://alice:SECRET@host/lib", "sqlite:////"),
    ("sqlite://SECRET", "sqlite:////"),
    ("sqlite:///", "sqlite:////"),
    ("sqlite:///:memory:", "gone with the command"),
    ("", "sqlite:////"),
]


@pytest.mark.parametrize(("url", "place"), USABLE)
def test_a_url_that_can_be_used_is_shown_without_its_secrets(url: str, place: str) -> None:
    assert problem(url) == ""
    assert shown(url) == place


@pytest.mark.parametrize(("url", "says"), REFUSED)
def test_any_other_is_refused_without_repeating_it(url: str, says: str) -> None:
    assert says in problem(url)
    assert "SECRET" not in problem(url)
    if not url.startswith("sqlite:"):
        assert shown(url) == "postgresql://"

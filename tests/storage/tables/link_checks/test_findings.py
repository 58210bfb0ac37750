"""What was found of links is kept on both kinds of database: the last of each resource."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from recall.domain.link_checks.finding import OUTCOMES, Finding
from recall.storage.store import Store
from recall.storage.tables.link_checks import findings
from recall.usecases.context import Context

NOW = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
URL = "https://example.org/Resource-1"
FINDING = Finding(
    url=URL,
    checked_at=NOW,
    outcome="gone",
    reason="not found (404)",
    status=404,
    final_url="https://example.org/页面",
    moved_to=None,
    failures=3,
    failing_since=NOW - timedelta(days=7),
    wait_until=NOW + timedelta(minutes=1),
)


def note(library: Context, finding: Finding, number: int = 1) -> Finding:
    return findings.note(library.store, number, lambda before: finding)


def test_a_finding_comes_back_as_it_was(library: Context) -> None:
    assert findings.of(library.store, 1) is None
    assert note(library, FINDING) == FINDING
    assert findings.of(library.store, 1) == FINDING
    assert findings.present(library.store) == {1: FINDING}


def test_a_finding_takes_the_place_of_the_last_and_may_be_made_from_it(library: Context) -> None:
    seen = list[Finding | None]()
    for finding in (FINDING, Finding(URL, NOW, "ok")):

        def made(before: Finding | None, finding: Finding = finding) -> Finding:
            seen.append(before)
            return finding

        findings.note(library.store, 1, made)
    assert seen == [None, FINDING]
    assert findings.present(library.store) == {1: Finding(URL, NOW, "ok")}


def test_every_outcome_can_be_kept(library: Context) -> None:
    for outcome in OUTCOMES:
        note(library, FINDING._replace(outcome=outcome))
        assert findings.present(library.store)[1].outcome == outcome


def test_a_finding_about_another_address_is_not_of_the_present_link(library: Context) -> None:
    note(library, FINDING._replace(url="https://old.example/"))
    assert findings.of(library.store, 1) is None
    assert findings.present(library.store) == {}


def test_two_at_once_leave_one_row(library: Context) -> None:
    def count(_: int) -> None:
        with Store(library_url(library)) as store:
            findings.note(store, 1, lambda before: FINDING._replace(failures=failures(before) + 1))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(count, range(8)))
    assert findings.present(library.store)[1].failures == 8


def failures(before: Finding | None) -> int:
    return 0 if before is None else before.failures


def library_url(library: Context) -> str:
    location = library.store.location
    return f"sqlite:///{location.path}" if location.path is not None else str(location.url)

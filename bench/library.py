"""Makes libraries and lists of any size; the same size and day give the same result.

python bench/library.py 10000 /tmp/library.db
"""

import argparse
import itertools
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from recall.domain.library.card import Rating
from recall.domain.library.catalog import Entry, NewResource
from recall.domain.library.resource import Place, ResourceKind, revisit_minutes
from recall.domain.lists.merge import identity
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS, Model, Outcome, review
from recall.formats.url_identity import canonical_url
from recall.settings.table import Settings
from recall.storage.database import rows
from recall.storage.database.codec import instant
from recall.storage.database.connections.connection import Connection
from recall.storage.database.migrate import create
from recall.storage.store import Store
from recall.storage.tables import parameters
from recall.storage.tables.changes.resources import new_row
from recall.usecases.context import Context

SUBJECTS = (
    "Attention",
    "GPU memory",
    "Consensus",
    "Type systems",
    "编译器",
    "分布式训练",
    "数据库",
)
ASPECTS = ("from first principles", "in practice", "a survey", "源码解析", "入门", "性能优化")
KINDS: tuple[tuple[ResourceKind, int, str], ...] = (
    ("article", 15, "https://zhuanlan.zhihu.com/p/1{:05}"),
    ("article", 25, "https://example.org/blog/{}"),
    ("paper", 60, "https://arxiv.org/abs/2401.{:05}"),
    ("video", 45, "https://www.youtube.com/watch?v=bench{:06}"),
    ("book", 600, "https://example.org/book/{}?utm_source=bench"),
)
"""Kinds, with the minutes of a first reading and the host."""

SECTION = 60
"""Resources under one heading."""

BLOCK = 20
"""Resources that are all read or all unread; the last four are the parts of a series."""

READ_BLOCKS = (0, 2)
"""Two blocks of five are read: 40 %."""

PART_MARKS = "一二三四"
HISTORIES = 500
"""The number of different review histories, shared by the resources that were read."""

LATENESS = (0, 0, 0, 0, 1, 2, 5, 15, 60)
"""Days after its due date when a revisit takes place; if that is in the future, it is due."""

FIRST_READ = 600
"""Days since the earliest first reading."""


class Visit(NamedTuple):
    """One review of a history, and the stability and difficulty before it."""

    on: date
    rating: Rating
    before: Outcome | None
    outcome: Outcome

    @property
    def due(self) -> date:
        """The due date by the model; nothing is load-balanced here."""
        return self.on + timedelta(days=self.outcome.interval)


def entry(number: int) -> Entry:
    """Return the resource at this line of the list, counted from 0."""
    subject = SUBJECTS[number // SECTION % len(SUBJECTS)]
    kind, minutes, link = KINDS[number % len(KINDS)]
    url = link.format(number)
    place = Place((subject, f"{subject} {number // SECTION}"), _title(number, subject))
    series = f"{subject} {number // BLOCK}" if _part(number) else None
    language = "en" if subject.isascii() else "zh"
    return Entry(
        title=place.title,
        url=url,
        canonical_url=canonical_url(url),
        kind=kind,
        language=language,
        minutes=minutes,
        series=series,
        part=_part(number),
        read=number // BLOCK % 5 in READ_BLOCKS,
        places=(place,),
    )


def markdown(count: int) -> str:
    """Return a list of `count` links under headings, as a person would keep it."""
    lines: list[str] = []
    for number, one in enumerate(map(entry, range(count))):
        if number % SECTION == 0:
            lines += ["", f"## {one.places[0].section[-1]}", ""]
        lines.append(f"- [{'x' if one.read else ' '}] [{one.title}]({one.url})")
    return "\n".join(lines) + "\n"


def make(path: Path, count: int, now: datetime) -> None:
    """Make a library of `count` resources at this path; now is aware."""
    url = f"sqlite:///{path}"
    context = Context(Store(url), Settings(), now)

    def fill(connection: Connection) -> None:
        _fill(context._replace(store=Store(url, inside=connection)), count)

    create(url, fill)


def _title(number: int, subject: str) -> str:
    part = _part(number)
    if part:
        return f"{subject} {number // BLOCK}（{PART_MARKS[part - 1]}）"
    return f"{subject} {ASPECTS[number % len(ASPECTS)]} {number}"


def _part(number: int) -> int | None:
    part = number % BLOCK - (BLOCK - len(PART_MARKS)) + 1
    return part if part > 0 else None


def _fill(context: Context, count: int) -> None:
    parameters.add(context.store, DEFAULT_WEIGHTS, context.now, "FSRS-6 defaults")
    random = Random(count)
    entries = [entry(number) for number in range(count)]
    histories = [_history(random, context.today) for _ in range(HISTORIES)]
    shared = [_share(one, histories, random) for one in entries]
    with context.store.transaction() as connection:
        rows.add(connection, "reading_list", [_list_row(context)])
        rows.add(connection, "action", [_action_row(context)])
        listed = [
            _resource_row(number, one, history, context)
            for number, (one, history) in enumerate(zip(entries, shared, strict=True))
        ]
        rows.add(connection, "resource", listed)
        rows.add(connection, "place", list(map(_place_row, itertools.count(), entries)))
        reviews = sorted(_review_rows(entries, shared), key=_day_reviewed)  # as a log is written
        rows.add(connection, "review", reviews)


def _history(random: Random, today: date) -> list[Visit]:
    """Return reviews by py-fsrs from a first reading until the next is to come or overdue."""
    visits: list[Visit] = []
    on = today - timedelta(days=random.randint(1, FIRST_READ))
    while on < today:
        before = visits[-1].outcome if visits else None
        rating = random.choice((Rating.AGAIN, Rating.HARD, *[Rating.GOOD] * 6, Rating.EASY))
        outcome = review(before.memory if before else None, rating, on, Model())
        visits.append(Visit(on, rating, before, outcome))
        on = visits[-1].due + timedelta(days=random.choice(LATENESS))
    return visits


def _share(entry: Entry, histories: Sequence[list[Visit]], random: Random) -> list[Visit]:
    """Return a history for a read resource; one in eight was imported as read, never graded."""
    return random.choice(histories) if entry.read and random.random() > 1 / 8 else []


def _list_row(context: Context) -> dict[str, object]:
    imported = instant(context.now)
    return {"name": "bench", "path": None, "rules_version": 1, "imported_at": imported}


def _action_row(context: Context) -> dict[str, object]:
    at, summary = instant(context.now), "bench"
    return {"kind": "import", "at": at, "study_date": context.today, "summary": summary}


def _resource_row(
    number: int, entry: Entry, history: Sequence[Visit], context: Context
) -> dict[str, object]:
    due = context.today + timedelta(days=number % 90) if entry.read else None
    row = new_row(NewResource(identity(entry), entry, 1, number, due), instant(context.now))
    if number % 100 == 99 and not entry.read:
        row |= {"status": "suspended", "status_before": "unread"}
    if history:
        memory = history[-1].outcome.memory
        row |= {"due": history[-1].due, "reviews": len(history), "last_review": memory.last_review}
        row |= {"stability": memory.stability, "difficulty": memory.difficulty}
        row["lapses"] = sum(visit.rating is Rating.AGAIN for visit in history[1:])
    return row


def _place_row(number: int, entry: Entry) -> dict[str, object]:
    (place,) = entry.places
    section = "\x1f".join(place.section)
    row: dict[str, object] = {"resource_id": number + 1, "list_id": 1, "ordinal": number}
    return row | {"section": section, "title": place.title}


def _review_rows(
    entries: Sequence[Entry], shared: Sequence[Sequence[Visit]]
) -> Iterator[dict[str, object]]:
    for number, (entry, history) in enumerate(zip(entries, shared, strict=True), start=1):
        for visit in history:
            yield review_row(number, entry, visit)


def _day_reviewed(row: dict[str, object]) -> str:
    return str(row["reviewed_at"])


def review_row(number: int, entry: Entry, visit: Visit) -> dict[str, object]:
    before, outcome, model = visit.before, visit.outcome, Model()
    planned = entry.minutes if before is None else revisit_minutes(entry.minutes)
    noon = datetime(visit.on.year, visit.on.month, visit.on.day, 12, tzinfo=UTC)
    return {
        "resource_id": number,
        "action_id": 1,
        "parameters_id": 1,
        "rating": int(visit.rating),
        "study_date": visit.on,
        "reviewed_at": instant(noon),
        "minutes": _taken(number, visit.on, planned),
        "planned_minutes": planned,
        "elapsed": outcome.elapsed,
        "retrievability": outcome.retrievability,
        "stability_before": before.memory.stability if before else None,
        "stability": outcome.memory.stability,
        "difficulty_before": before.memory.difficulty if before else None,
        "difficulty": outcome.memory.difficulty,
        "interval": outcome.interval,
        "due_before": before.memory.last_review + timedelta(before.interval) if before else None,
        "due": visit.due,
        "desired_retention": model.desired_retention,
        "maximum_interval": model.maximum_interval,
        "source": "grade" if before else "read",
    }


def _taken(number: int, on: date, planned: int) -> int | None:
    """Return recorded minutes for half of the visits: half to twice the planned ones."""
    spread = number * 7 + on.toordinal()
    return None if spread % 2 else max(1, planned * (2 + spread % 7) // 4)


def main() -> None:
    """Make the library, or with `--list` the markdown list, named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="resources")
    parser.add_argument("path", type=Path, help="the file to make")
    parser.add_argument("--list", action="store_true", help="a markdown list, no library")
    given = parser.parse_args()
    if given.list:
        given.path.write_text(markdown(given.count), encoding="utf-8")
    else:
        make(given.path, given.count, datetime.now(UTC).astimezone())


if __name__ == "__main__":
    main()

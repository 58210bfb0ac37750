"""The queue of a browser without a connection: delivered twice, late, in another order."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from testing.faults.crowds.desk import RESOURCES, Desk
from testing.faults.crowds.stands import (
    actions_after,
    differences,
    newest_action,
    rows,
    standing,
)
from testing.faults.kind import Kind, Trial

WAITING = 5
"""What is done without a connection."""

RATINGS = ("again", "hard", "good", "easy")
ACTIONS = ("grade", "grade", "suspend", "postpone", "later", "off", "sitting")
KINDS_OF = {
    "grade": ("grade", "read"),
    "off": ("put off",),
    "sitting": ("sitting",),
    **{what: (what,) for what in ("suspend", "postpone", "later")},
}
BAD_FROM = 400
HALF = 0.5


class Kept(NamedTuple):
    """A form that waits for a connection."""

    number: int
    what: str
    fields: dict[str, str]


@contextmanager
def opened(folder: Path) -> Iterator[Callable[[int], Trial]]:
    """Yield a trial of one queue at one library."""
    desk = Desk(folder)
    yield lambda seed: _Queue(desk, seed).trial()


class _Queue:
    def __init__(self, desk: Desk, seed: int) -> None:
        desk.begin(seed)
        self._desk, self._random = desk, Random(seed)
        self._library = desk.recall.library
        self._taken: set[int] = set()
        self._did: list[str] = []

    def trial(self) -> Trial:
        """Fill the queue, deliver it with other things between, and deliver it again."""
        kept = [self._keep(place) for place in range(WAITING)]
        self._desk.recall.now += timedelta(hours=self._random.choice((3, 30)))
        order = [*range(WAITING), *self._random.choices(range(WAITING), k=WAITING)]
        if self._random.random() < HALF:
            self._random.shuffle(order)
        wrong = ""
        for place in order:
            if self._random.random() < HALF:
                self._elsewhere()
            wrong = wrong or self._deliver(kept[place], place)
        outcome = self._desk.recall("doctor")
        wrong = wrong or (outcome.out + outcome.err if outcome.code else "") or self._notes(kept)
        return Trial("; ".join(self._did), wrong)

    def _keep(self, place: int) -> Kept:
        """Do something on a page that was shown before the connection was lost."""
        number, what = self._random.randint(1, RESOURCES), self._random.choice(ACTIONS)
        at = self._desk.recall.now + timedelta(minutes=10 * place + 10, milliseconds=123)
        fields = self._desk.form(number) | {"given_at": at.isoformat()}
        if what == "grade":
            fields |= {"rating": self._random.choice(RATINGS)}
        if what in ("grade", "sitting"):
            fields |= {"note": f"offline {place}."}
        self._did.append(f"{place}: {what} {number}")
        return Kept(number, what, fields)

    def _elsewhere(self) -> None:
        """Do something in a terminal."""
        number = str(self._random.randint(1, RESOURCES))
        argv = self._random.choice(
            (("grade", number, "good"), ("undo",), ("suspend", number), ("today", "-m", "70"))
        )
        self._did.append(" ".join(argv))
        self._desk.recall(*argv)

    def _deliver(self, kept: Kept, place: int) -> str:
        """Send what waits; return what is wrong with what came of it."""
        self._did.append(f"deliver {place}")
        before, last = standing(self._library), newest_action(self._library)
        answer = self._desk.browser.post(f"/visit/{kept.number}/{kept.what}", **kept.fields)
        now, new = standing(self._library), actions_after(self._library, last)
        is_refused = answer.status_code >= BAD_FROM
        if place in self._taken and (new or now != before):
            return f"done twice: {new} {differences(before, now)}"
        if place in self._taken and is_refused:
            return f"what was done already is refused: {answer.status_code}"
        allowed = ("note",) if is_refused else KINDS_OF[kept.what]
        if any(kind not in allowed or about != kept.number for kind, about in new) or len(new) > 1:
            return f"answered {answer.status_code}, and did {new}"
        if not new and not is_refused and kept.what != "later" and place not in self._taken:
            return f"taken with {answer.status_code}, and nothing was done"
        if new and not is_refused:
            self._taken.add(place)
        return ""

    def _notes(self, kept: list[Kept]) -> str:
        """Return which note is nowhere: not on its resource, not in the log, not undone."""
        sql = (
            "SELECT note FROM resource UNION ALL SELECT note FROM review UNION ALL "
            "SELECT note FROM sitting UNION ALL SELECT before FROM change"
        )
        there = "\n".join(str(note) for (note,) in rows(self._library, sql) if note)
        undone = {
            number
            for (number,) in rows(
                self._library,
                "SELECT resource_id FROM action WHERE kind = 'note' AND undone_by IS NOT NULL",
            )
        }
        lost = [
            one.fields["note"]
            for one in kept
            if "note" in one.fields and one.fields["note"] not in there and one.number not in undone
        ]
        return f"lost: {lost}" if lost else ""


KIND = Kind(
    "offline-queue",
    "what a browser could not send: twice, late, in another order, with other things between",
    full=2_000,
    few=4,
    opened=opened,
)

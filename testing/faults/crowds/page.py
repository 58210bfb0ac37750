"""The page and the terminal at one library at once: grades, notes, undo on either side."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from testing.faults.crowds.desk import RESOURCES, Desk
from testing.faults.crowds.stands import (
    Standing,
    actions_after,
    differences,
    newest_action,
    rows,
    standing,
    visits_of,
)
from testing.faults.kind import Kind, Trial

STEPS = 10
RATINGS = ("again", "hard", "good", "easy")
BAD_FROM = 400
HALF = 0.5


class Form(NamedTuple):
    """A form that the page has shown, and how the visits of its resource stood then."""

    number: int
    fields: dict[str, str]
    stood: tuple[Any, ...]


class Done(NamedTuple):
    """An action that can be undone, and how the library stood before it."""

    number: int
    before: Standing


class Wrong(Exception):
    """What recall did was not right."""


@contextmanager
def opened(folder: Path) -> Iterator[Callable[[int], Trial]]:
    """Yield a trial of random steps at one library."""
    desk = Desk(folder)
    yield lambda seed: _Day(desk, seed).trial()


class _Day:
    def __init__(self, desk: Desk, seed: int) -> None:
        self._desk, self._random = desk, Random(seed)
        self._library = desk.recall.library
        self._forms: list[Form] = []
        self._done: list[Done] = []
        self._did: list[str] = []
        desk.begin(seed)

    def trial(self) -> Trial:
        """Do the steps; the model is checked after each."""
        steps = (self._show, self._send, self._send, self._type, self._type, self._undo)
        try:
            for _ in range(STEPS):
                self._random.choice((*steps, self._undo_on_page))()
            self._say("doctor")
            if (outcome := self._desk.recall("doctor")).code:
                raise Wrong(outcome.out + outcome.err)
        except Wrong as error:
            return Trial("; ".join(self._did), str(error))
        return Trial("; ".join(self._did))

    def _say(self, what: str) -> None:
        self._did.append(what)

    def _number(self) -> int:
        return self._random.randint(1, RESOURCES)

    def _show(self) -> None:
        number = self._number()
        self._say(f"show {number}")
        if fields := self._desk.form(number):
            self._forms.append(Form(number, fields, visits_of(self._library, number)))

    def _send(self) -> None:
        """Send a form that was shown some time ago; it stays, as a page that is gone back to."""
        if not self._forms:
            self._show()
        if not self._forms:
            return
        form = self._random.choice(self._forms)
        what = self._random.choice(("grade", "grade", "suspend", "postpone", "later", "off"))
        more = {"rating": self._random.choice(RATINGS)} if what == "grade" else {}
        if what == "grade" and self._random.random() < HALF:
            more["note"] = f"from the page {len(self._did)}"
        is_stale = form.stood != visits_of(self._library, form.number)
        self._say(f"send {what} {form.number} {more}")
        before, last = standing(self._library), newest_action(self._library)
        answer = self._desk.browser.post(f"/visit/{form.number}/{what}", **form.fields | more)
        is_refused = answer.status_code >= BAD_FROM
        self._check(before, last, is_refused=is_refused, about=form.number)
        if is_stale and not is_refused and what not in ("later", "off"):
            raise Wrong("a form was taken though its resource had been visited since")
        if what == "grade" and not is_stale and is_refused:
            raise Wrong(f"a grade of what had not changed was refused: {answer.status_code}")
        if "note" in more and not is_refused:
            self._check_note(form.number, more["note"])

    def _type(self) -> None:
        """Run a command."""
        number, rating = str(self._number()), self._random.choice(RATINGS)
        note = f"typed {len(self._did)}"
        argv = self._random.choice(
            [
                *(("grade", number, rating), ("grade", number, rating, "--minutes", "12")),
                *(("grade", number, rating, "--note", note), ("read", number, rating)),
                *(("note", number, note), ("suspend", number), ("resume", number)),
                *(("read", number, "--sitting"), ("postpone", number, "in", "5", "days")),
            ]
        )
        self._say(" ".join(argv))
        before, last = standing(self._library), newest_action(self._library)
        outcome = self._desk.recall(*argv)
        self._check(before, last, is_refused=outcome.code != 0, about=int(number))
        if note in argv and not outcome.code:
            self._check_note(int(number), note)

    def _undo(self) -> None:
        self._say("undo")
        before, last = standing(self._library), newest_action(self._library)
        outcome = self._desk.recall("undo")
        self._check_undone(before, last, is_refused=outcome.code != 0)

    def _undo_on_page(self) -> None:
        """Press the button of a page that may be older than the last action."""
        if not self._done:
            return
        done = self._random.choice(self._done[-3:])
        self._say(f"undo {done.number} on the page")
        before, last = standing(self._library), newest_action(self._library)
        answer = self._desk.browser.post("/undo", action=str(done.number))
        is_refused = answer.status_code >= BAD_FROM
        if not is_refused and done is not self._done[-1]:
            raise Wrong("another action was undone than the button named")
        self._check_undone(before, last, is_refused=is_refused)

    def _check(self, before: Standing, last: int, *, is_refused: bool, about: int) -> None:
        """Hold a change to its answer: one action of that resource, or nothing at all."""
        now, new = standing(self._library), actions_after(self._library, last)
        if is_refused or not new:
            if new or now != before:
                raise Wrong(f"refused, yet changed: {new} {differences(before, now)}")
            return
        if [number for _, number in new] != [about]:
            raise Wrong(f"not a single action of {about}: {new}")
        self._done.append(Done(last + 1, before))
        self._check_days()

    def _check_undone(self, before: Standing, last: int, *, is_refused: bool) -> None:
        now, new = standing(self._library), actions_after(self._library, last)
        if is_refused:
            if new or now != before:
                raise Wrong(f"an undo was refused, yet changed: {differences(before, now)}")
            return
        if [kind for kind, _ in new] != ["undo"]:
            raise Wrong(f"an undo was {new}")
        if self._done and (apart := differences(self._done.pop().before, now)):
            raise Wrong(f"an undo did not bring back what was: {apart}")

    def _check_days(self) -> None:
        """Find a resource with two valid ratings of a day."""
        sql = (
            "SELECT resource_id FROM review WHERE void_by IS NULL "
            "GROUP BY resource_id, study_date HAVING count(*) > 1"
        )
        if twice := rows(self._library, sql):
            raise Wrong(f"two ratings of a day count: {twice}")

    def _check_note(self, number: int, note: str) -> None:
        ((now,),) = rows(self._library, "SELECT note FROM resource WHERE id = ?", number)
        if note not in (now or ""):
            raise Wrong(f"the note '{note}' is lost: {now!r}")


KIND = Kind(
    "page-and-terminal",
    "random steps of a page and of a terminal at one library",
    full=2_000,
    few=4,
    opened=opened,
)

"""Sixty days with the person's own list, and then every single action taken back.

A seeded person does most of each day's plan, is late, forgets, changes their mind and their
list. Before each action the rows of the library are kept, and of some the library is printed as
`list --json`; undoing has to bring back the same rows and print the same again, byte for byte, down
to the library with nothing in it.
"""

from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from recall.storage.store import Store
from testing.checkout import READING_LIST as LIST
from testing.commands.command_line import CommandLine
from testing.databases.tables import Dump, living_now
from testing.libraries.factories import NOW

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

DAYS = 60
PRINTED_EVERY = 10
"""Of how many actions one has the library printed before it: that takes longer than the action."""

LAST_DAY = NOW + timedelta(days=DAYS)
EITHER = ("unread", "reading", "read")
RARER_FOR = {
    "suspend": EITHER,
    "archive": EITHER,
    "resume": ("suspended", "archived"),
    "note": EITHER,
    "edit": EITHER,
    "add": EITHER,
    "grade": EITHER,
    "read": ("unread",),
}
"""What is done once in a while, and the status of what it is done with."""

RARER = list(RARER_FOR)
RATINGS = ["again", "hard", "good", "good", "good", "easy"]


class State(NamedTuple):
    """The library before an action; printed is None for most."""

    rows: Dump
    printed: str | None


class Person:
    """Somebody with a reading list; what they did is kept as the states before it."""

    def __init__(self, recall: CommandLine, seed: int) -> None:
        self.recall = recall
        self.random = Random(seed)
        self.file = recall.library.with_name("list.md")
        self.file.write_text(LIST.read_text(encoding="utf-8"), encoding="utf-8")
        self.states: list[State] = []
        self.kinds: set[str] = set()
        self.deck: list[str] = []

    def printed(self) -> str:
        """The library, printed on one day whenever it is: what is remembered fades by the day."""
        now, self.recall.now = self.recall.now, LAST_DAY
        printed = self.recall.ok("list", "--json").out
        self.recall.now = now
        return printed

    def rows(self) -> Dump:
        with Store(f"sqlite:///{self.recall.library}") as store:
            return living_now(store)

    def does(self, *argv: str) -> dict[str, Any]:
        """Carry out an action; one that changed nothing is none."""
        is_printed = len(self.states) % PRINTED_EVERY == 0
        before = State(self.rows(), self.printed() if is_printed else None)
        said: dict[str, Any] = self.recall.ok(*argv, "--json").json
        if argv[0] != "import" or said["new"] + said["updated"] + said["gone"]:
            self.states.append(before)
            self.kinds.add(" ".join(word for word in argv if word in ("--sitting", argv[0])))
        return said

    def undoes(self) -> None:
        self.recall.ok("undo")
        before = self.states.pop()
        assert self.rows() == before.rows
        if before.printed is not None:
            assert self.printed() == before.printed

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def lives(self, day: int) -> None:
        self.recall.now = NOW + timedelta(days=day, minutes=self.random.randrange(900))
        if day and self.chance(0.12):
            return  # not a day for reading
        self.goes_through_the_plan()
        if self.chance(0.5):
            self.tidies_up()
        if self.chance(0.15):
            self.edits_the_list()
        if self.chance(0.2) and self.states[1:]:
            self.undoes()

    def goes_through_the_plan(self) -> None:
        day = self.recall.ok("today", "--json").json
        for one in day["plan"]:
            number = str(one["id"])
            if one["do"] == "sitting":
                minutes = str(self.random.randint(5, 40))
                self.does("read", number, "--sitting", "--minutes", minutes)
            elif self.chance(0.8):
                what = "grade" if one["do"] == "revisit" else "read"
                self.does(what, number, self.random.choice(RATINGS), *self.details())
            elif one["do"] == "revisit" and self.chance(0.5):
                self.does("postpone", number, f"{self.random.randint(1, 5)} days")
        evening = self.recall.ok("today", "--json").json["plan"]
        planned = [(one["id"], one["do"], one["reason"]) for one in day["plan"]]
        assert [(one["id"], one["do"], one["reason"]) for one in evening] == planned

    def details(self) -> list[str]:
        minutes = ["--minutes", str(self.random.randint(1, 15))] if self.chance(0.6) else []
        note = ["--note", f"note {self.random.random()}"] if self.chance(0.3) else []
        return minutes + note

    def tidies_up(self) -> None:
        """Do one of the rarer things; each gets its turn."""
        if not self.deck:
            self.deck = self.random.sample(RARER, len(RARER))
        what = self.deck.pop()
        fitting = [one for one in self.everything() if one["status"] in RARER_FOR[what]]
        if not fitting:
            return
        one = self.random.choice(fitting)
        more = {
            "note": ["a note by itself"],
            "edit": ["--minutes", "33", "--title", f"{one['title']} (mine)"],
            "grade": ["hard", *self.details()],  # whether it is due or not
            "read": ["good", "--on", "yesterday"],
        }
        if what == "add":
            self.does("add", f"https://example.org/{len(self.states)}", "--section", "Later")
        else:
            self.does(what, str(one["id"]), *more.get(what, []))

    def everything(self) -> list[dict[str, Any]]:
        resources: list[dict[str, Any]] = self.recall.ok("list", "--json").json["resources"]
        return resources

    def edits_the_list(self) -> None:
        lines = self.file.read_text(encoding="utf-8").splitlines()
        links = [number for number, line in enumerate(lines) if "](http" in line]
        at = self.random.choice(links)
        edited = {
            "tick": lines[at].replace("[ ]", "[x]"),
            "rename": lines[at].replace("](http", ", once more](http"),
            "track": lines[at].replace(")", "?utm_source=list)") if "?" not in lines[at] else "",
            "remove": "",
            "move": "",
        }
        how = self.random.choice(list(edited))
        moved = [lines[at], ""] if how == "move" else []
        lines[at] = edited[how]
        self.file.write_text("\n".join([*moved, *lines, ""]), encoding="utf-8")
        self.does("import", str(self.file))


@pytest.mark.parametrize("seed", [1])
def test_after_sixty_days_the_library_is_healthy_and_every_action_can_be_undone(
    tmp_path: Path, seed: int
) -> None:
    recall = CommandLine(tmp_path)
    recall.ok("init", "--empty")
    person = Person(recall, seed)
    nothing = person.printed()
    assert person.does("import", str(person.file))["new"] == 82
    for day in range(DAYS):
        person.lives(day)
    recall.now = LAST_DAY
    assert recall.ok("doctor", "--json").json["problems"] == []
    assert len(person.states) > 3 * DAYS
    assert person.kinds >= {*RARER, "import", "postpone", "read --sitting"}
    while person.states:
        person.undoes()
    assert person.printed() == nothing
    assert recall.ok("doctor", "--json").json["problems"] == []
    assert recall("undo").code == 1

"""Everything that writes to a library, as commands and as forms of the page."""

from typing import NamedTuple

from testing.faults.servers.library import Start


class Action(NamedTuple):
    """A command that writes, or a form of the page, and what it finds.

    If it only keeps what it shows, such as the plan of a day, it need not say that it could not.
    All that it does is in the library at once, or for a sync in two steps: it notes afterwards what
    it wrote to the file.
    """

    words: str
    start: Start = "lived in"
    only_keeps: bool = False
    day: int = 0
    """How many days later it is."""
    steps: int = 1

    def argv(self, folder: str) -> list[str]:
        """Return the words of the command; its files are in the folder."""
        return [word.replace("FOLDER", folder) for word in self.words.split()]


ACTIONS = (
    *map(
        Action,
        (
            "import FOLDER/more.md",
            "import FOLDER/list.md",
            "lists forget list.md",
            "grade 1 good --minutes 5 --note kept",
            "grade 3 again",
            "read 3 good --minutes 9",
            "read 7 --sitting --minutes 7",
            "read 4 --once",
            "undo",
            "edit 2 --title Other --priority high --after 1",
            "note 2 newer",
            "join 5 6",
            "add https://example.org/new --title New --no-fetch",
            "postpone 1 3 days",
            "suspend 4 5",
            "resume 8",
            "archive 2",
            "keep 1",
            "pause --from 2027-02-01 --until 2027-02-03",
            "resume",
            "day tomorrow 20",
            "more 20",
            "section Books later",
            "remind snooze 2h",
            "remind snooze off",
            "doctor --mend",
            "export FOLDER/again.json --force",
            "POST /visit/1/grade rating=hard&minutes=4",
            "POST /visit/3/sitting minutes=4&percent=20",
            "POST /visit/3/off x=",
            "POST /visit/2/question question=Why",
            "POST /r/2/note note=from+the+page",
            "POST /r/2/archive x=",
            "POST /r/8/resume x=",
            "POST /r/5/join other=6",
            "POST /days/pause until=in+9+days",
            "POST /days/minutes day=2026-03-05&minutes=9",
            "POST /today/more minutes=20",
            "POST /today/minutes minutes=90",
            "POST /lists/1/forget x=",
        ),
    ),
    Action("sync FOLDER/list.md", steps=2),
    Action("today", only_keeps=True, day=1),
    Action("grade 1 good", day=1),
    Action("read 3 easy", day=1),
    Action("POST /visit/1/grade rating=good&minutes=4", day=2),
    Action("init", "none"),
    Action("init --empty", "none"),
    Action("today", "none", only_keeps=True),
    Action("import FOLDER/library.json", "none"),
    Action("db upgrade", "older"),
)

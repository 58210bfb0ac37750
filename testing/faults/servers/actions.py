"""Everything that writes to a library, as commands."""

from typing import NamedTuple

from testing.faults.servers.library import Start


class Action(NamedTuple):
    """A command that writes, and what it finds.

    If it only keeps what it shows, such as the plan of a day, it need not say that it could not.
    """

    words: str
    start: Start = "lived in"
    only_keeps: bool = False

    def argv(self, folder: str) -> list[str]:
        """Return the words of the command; its files are in the folder."""
        return [word.replace("FOLDER", folder) for word in self.words.split()]


ACTIONS = (
    *map(
        Action,
        (
            "import FOLDER/more.md",
            "import FOLDER/list.md",
            "sync FOLDER/list.md",
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
            "section Books last",
            "remind snooze 2h",
            "remind snooze off",
        ),
    ),
    Action("init", "none"),
    Action("init --empty", "none"),
    Action("today", "none", only_keeps=True),
    Action("import FOLDER/library.json", "none"),
    Action("db upgrade", "older"),
)

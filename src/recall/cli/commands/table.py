"""The table of commands, the only list of them: room, name, example, and module if it differs.

The command line, the example at the end of each `--help`, docs/commands.md and the tests are
made from it. The two commands that also run without the command-line library are listed in
cli/fast_path.py, so that they need not load this table.
"""

from importlib import import_module
from typing import NamedTuple

from recall.cli.parsing.arguments import CommandGroup, Run

ROOMS = {
    "daily": "Every day",
    "look": "Look",
    "change": "Change",
    "aside": "Put aside",
    "lists": "Lists",
    "reminders": "Reminders",
    "memory": "Memory",
    "care": "Care",
}
"""The folders of cli/commands/, each with its title in `recall --help`, in the order of both."""


class Command(NamedTuple):
    """One command that does something, a subcommand by both of its words.

    The example is a line that a person could type; it fits into 80 columns after "Example: ".
    """

    room: str
    name: str
    example: str
    module_name: str = ""
    """The module, if Python needs the name of the command for itself."""

    @property
    def word(self) -> str:
        """The first word of the name: `catalog` of `catalog build`."""
        return self.name.partition(" ")[0]

    @property
    def module(self) -> str:
        """The module, whose `command` is a function or a CommandGroup."""
        return f"recall.cli.commands.{self.room}.{self.module_name or self.word}"


COMMAND_TABLE = (
    Command("daily", "today", "recall today --minutes 20"),
    Command("daily", "next", "recall next"),
    Command("daily", "more", "recall more 20"),
    Command("daily", "open", "recall open 14", "open_in_browser"),
    Command("daily", "read", "recall read 15 --minutes 40"),
    Command("daily", "grade", "recall grade 14 good --minutes 12"),
    Command("daily", "review", "recall review --minutes 20"),
    Command("daily", "web", "recall web --no-open"),
    Command("daily", "web devices", "recall web devices"),
    Command("daily", "web revoke", "recall web revoke 2"),
    Command("look", "show", "recall show 14"),
    Command("look", "why", "recall why 20"),
    Command("look", "list", "recall list --section VLLM --status unread", "list_all"),
    Command("look", "text", "recall text 14", "kept_text"),
    Command("look", "history", "recall history --limit 5"),
    Command("change", "add", "recall add https://arxiv.org/abs/2309.06180 --section Papers"),
    Command("change", "edit", "recall edit 20 --after 21 --priority high"),
    Command("change", "note", "recall note 14 'pages, not contiguous memory'"),
    Command("change", "join", "recall join 12 30"),
    Command("change", "fetch", "recall fetch 14 --keep-text"),
    Command("change", "undo", "recall undo"),
    Command("aside", "postpone", "recall postpone 14 3 days"),
    Command("aside", "suspend", "recall suspend 14"),
    Command("aside", "pause", "recall pause --until 'next monday'"),
    Command("aside", "resume", "recall resume 14"),
    Command("aside", "day", "recall day tomorrow 20"),
    Command("aside", "archive", "recall archive 14"),
    Command("aside", "keep", "recall keep 14"),
    Command("lists", "section", "recall section VLLM first --by 2099-06-30"),
    Command("lists", "init", "recall init --empty"),
    Command("lists", "import", "recall import reading-list.md --dry-run", "import_list"),
    Command("lists", "sync", "recall sync reading-list.md --dry-run"),
    Command("lists", "lists", "recall lists"),
    Command("lists", "lists forget", "recall lists forget reading-list.md"),
    Command("lists", "export", "recall export library.json"),
    Command("lists", "catalog build", "recall catalog build reading-list.md -o catalog.json"),
    Command("lists", "catalog check", "recall catalog check catalog.json"),
    Command("reminders", "remind run", "recall remind run"),
    Command("reminders", "remind status", "recall remind status"),
    Command("reminders", "remind test", "recall remind test"),
    Command("reminders", "remind snooze", "recall remind snooze 1h"),
    Command("reminders", "remind install", "recall remind install --print"),
    Command("reminders", "remind uninstall", "recall remind uninstall"),
    Command("memory", "stats", "recall stats --weeks 4 --by kind"),
    Command("memory", "week", "recall week"),
    Command("memory", "forecast", "recall forecast --days 14"),
    Command("memory", "workload", "recall workload"),
    Command("memory", "optimize", "recall optimize --reschedule"),
    Command("care", "check", "recall check --section VLLM"),
    Command("care", "doctor", "recall doctor"),
    Command("care", "backup", "recall backup library-copy.db"),
    Command("care", "restore", "recall restore library-copy.db"),
    Command("care", "db upgrade", "recall db upgrade"),
    Command("care", "config", "recall config"),
    Command("care", "config set", "recall config set daily_minutes 30"),
    Command("care", "config get", "recall config get daily_minutes"),
    Command("care", "config unset", "recall config unset daily_minutes"),
)
"""In the order of `recall --help`."""

WORDS = tuple(dict.fromkeys(row.word for row in COMMAND_TABLE))
"""The first words of all commands, which `recall --help` lists."""


def load(word: str) -> Run | CommandGroup:
    """Import the command that a word of WORDS names, and return it."""
    command: Run | CommandGroup = import_module(rows_of(word)[0].module).command
    return command


def rows_of(word: str) -> list[Command]:
    """Return the rows of a command: itself, or its subcommands, or both."""
    return [row for row in COMMAND_TABLE if row.word == word]

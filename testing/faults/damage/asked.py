"""What is asked of a damaged library: commands and pages, and what each answer must not be."""

from collections.abc import Iterator, Sequence
from random import Random
from time import process_time
from typing import NamedTuple

from testing.commands.command_line import CommandLine, Outcome
from testing.web.browser import Browser

READING = (
    *("today", "next", "today --json", "today --on tomorrow", "list", "list --json", "list at"),
    *("show 2", "show 6", "show 2 --json", "stats", "stats --by kind --json", "forecast --days 9"),
    *("week", "why 2", "why 13", "history", "history --json", "text 1", "lists", "section", "day"),
    *("export - --format json", "export - --format markdown", "export - --format csv"),
    *("export - --format ics", "export - --format anki", "sync --dry-run", "remind status"),
    *("config", "check --dry-run", "optimize --dry-run", "pause"),
)
"""Commands that only look."""

WRITING = (
    *("grade 2 good", "grade 6 again --minutes 4", "read 13 good", "read 11 --minutes 9"),
    *("undo", "note 2 again", "postpone 6 3 days", "suspend 3", "resume 12", "keep 2"),
    *("edit 2 --label x --priority low", "edit 5 --after 6", "section Course first", "more 20"),
    *("add https://example.org/new --title New", "join 13 5", "import list.md", "sync --yes"),
    *("day tomorrow 30", "pause --until 2026-05-20", "backup COPY", "remind snooze 1h"),
)
"""Commands that change something."""

PAGES = ("/", "/session", "/library", "/r/2", "/r/6", "/statistics", "/days", "/lists")

UNEXPECTED = 3
STORAGE = 5

_DEFECT = 500

SLOWER = 10
"""How many times as long as on a healthy library a command may take."""

_NOISE_SECONDS = 0.15
"""What a command may take besides: the machine does other things too."""


class Answer(NamedTuple):
    """What came of one command or page; problem is what should not have come of it."""

    asked: str
    code: int
    said: str
    problem: str = ""
    out: str = ""


def commands_of(random: Random) -> list[str]:
    """Choose a few commands: some that look, and at last one that changes something."""
    return [*random.sample(READING, 3), random.choice(WRITING)]


def answers(
    recall: CommandLine, typed: Sequence[str], healthy: dict[str, float]
) -> Iterator[Answer]:
    """Run commands one after the other; healthy are the seconds of each on a healthy library."""
    for command in typed:
        began = process_time()
        outcome = recall(*arguments(recall, command))
        seconds = process_time() - began
        yield _judged(command, outcome, seconds, healthy)


def arguments(recall: CommandLine, command: str) -> list[str]:
    """Return the words of a command, with the files of this library."""
    files = {"list.md": recall.library.with_name("list.md"), "COPY": recall.library.with_name("c")}
    return [str(files.get(word, word)) for word in command.split()]


def page(browser: Browser, path: str) -> Answer:
    """Ask for a page."""
    found = browser.get(path)
    problem = "an unexpected error" if found.status_code == _DEFECT else ""
    return Answer(path, found.status_code, found.text[-300:], problem)


def _is_error(line: str) -> bool:
    """Return whether a line tells an error; a notice of damaged rows may stand beside it."""
    return "recall: " in line and "this goes on without what is damaged" not in line


def _judged(command: str, outcome: Outcome, seconds: float, healthy: dict[str, float]) -> Answer:
    problem = ""
    lines = outcome.err.splitlines()
    if outcome.code == UNEXPECTED or "should not have happened" in outcome.err:
        problem = "an unexpected error"
    elif outcome.code not in (0, 1) and len({line for line in lines if _is_error(line)}) != 1:
        problem = "not told in one line"
    elif seconds > (healthy.get(command, 1) + healthy["doctor"]) * SLOWER + _NOISE_SECONDS:
        problem = f"took {seconds:.1f} s"
    return Answer(command, outcome.code, outcome.err, problem, outcome.out)

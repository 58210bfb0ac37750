"""Eight processes at once on one library: all that they do is stored, and none is refused."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

from testing.commands.killing import Outcome
from testing.commands.killing import Trial as Command
from testing.faults.kills.homes import CLOCK, Home, lacks, the_home
from testing.faults.kills.killed import unsound
from testing.faults.kind import Kind, Trial

PROCESSES = 8
GRADES = 25
"""Of each process, in each trial: 40 trials are 8 processes × 1,000 grades."""

SETTINGS = dict(
    [
        *(("daily_minutes", "33"), ("day_start", "05:00"), ("language", "zh"), ("spread", "false")),
        *(("desired_retention", "0.85"), ("new_share", "0.4")),
        *(("remind.on", "false"), ("time_zone", "UTC")),
    ]
)

_IS_IN_USE = "waiting for it"

_FIRST = (("today",), ("init", "--empty"), ("init",), ("add", "https://example.com/a"), ("list",))


@contextmanager
def opened(_folder: Path) -> Iterator[Callable[[int], Trial]]:
    """Give a function that lets processes work at once: they grade, set, begin, or write files."""
    home, doings = the_home(), (graded, changed_settings, first_runs, one_file)

    def trial(seed: int) -> Trial:
        return doings[seed % len(doings)](home, Random(seed))

    yield trial


def together(home: Home, shares: Sequence[Sequence[Sequence[str]]]) -> list[Outcome]:
    """Carry out the shares at once."""
    here = [[[word.format(here=home.here) for word in argv] for argv in one] for one in shares]
    return home.kill.together(here, Command((), clock=CLOCK))


def refused(outcomes: Sequence[Outcome], allowed: Sequence[int] = (0,)) -> str:
    """Return what was said to the first process that was refused; empty if none was."""
    found = next((outcome for outcome in outcomes if outcome.code not in allowed), None)
    if found is None:
        return ""
    told = [line for line in found.said.splitlines() if line.startswith("recall: ")]
    return (
        f"{found.code}: {'; '.join(line for line in dict.fromkeys(told) if _IS_IN_USE not in line)}"
    )


def grades(random: Random) -> list[list[list[str]]]:
    """Return the grades of each process: of resources of its own, and of one that all grade."""
    own = [[1, number + 2] for number in range(PROCESSES)]
    words = ("again", "hard", "good", "easy")
    return [
        [["grade", str(random.choice(one)), random.choice(words)] for _ in range(GRADES)]
        for one in own
    ]


def graded(home: Home, random: Random) -> Trial:
    """Let all grade."""
    home.take("lived")
    home.ok(["resume", "9"])
    path = home.here / "data/library.db"
    before = _reviews(path)
    wrong = refused(together(home, grades(random)))
    stored = _reviews(path) - before
    if not wrong and stored != PROCESSES * GRADES:
        wrong = f"{stored} grades are stored"
    return Trial(f"{PROCESSES} × {GRADES} grades", wrong or unsound(home))


def changed_settings(home: Home, random: Random) -> Trial:
    """Let each change a setting of its own, over and over."""
    home.take("lived")
    names = random.sample(sorted(SETTINGS), len(SETTINGS))
    shares = [[["config", "set", name, SETTINGS[name]]] * 3 for name in names]
    wrong = refused(together(home, shares))
    text = (home.here / "config/config.toml").read_text()
    lost = [name for name in names if f"{name.rpartition('.')[2]} = " not in text]
    if not wrong and lost:
        wrong = f"lost: {', '.join(lost)}"
    return Trial(f"at once: config set {', '.join(names)}", wrong or _left(home))


def first_runs(home: Home, random: Random) -> Trial:
    """Let all run as the first."""
    home.take("none")
    argvs = [random.choice(_FIRST) for _ in range(PROCESSES)]
    did = f"first at once: {', '.join(' '.join(one) for one in argvs)}"
    outcomes = together(home, [[[*one, *_no_network(one)]] for one in argvs])
    wrong = refused(outcomes, (0, 1))
    made = [outcome for outcome in outcomes if _says_made(outcome)]
    if not wrong and len(made) != 1:
        wrong = f"{len(made)} say that they made the library"
    return Trial(did, wrong or unsound(home) or _left(home))


def one_file(home: Home, random: Random) -> Trial:
    """Let all write one file, or a copy of the library, while others change the library."""
    home.take("lived")
    argv = random.choice((["export", "{here}/out.md", "--force"], ["backup", "{here}/copy.db"]))
    shares = [[argv] * 2, [argv] * 2, [argv] * 2, [["note", "1", "one"]], [["note", "2", "two"]]]
    wrong = refused(together(home, shares))
    return Trial(f"at once: {' '.join(argv)}", wrong or unsound(home) or _left(home))


def _no_network(argv: Sequence[str]) -> list[str]:
    return ["--no-fetch"] if argv[0] == "add" else []


def _says_made(outcome: Outcome) -> bool:
    return "made the library" in outcome.said or "made an empty library" in outcome.said


def _left(home: Home) -> str:
    found = home.drafts()
    return f"it leaves {', '.join(found)}" if found else ""


def _reviews(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (number,) = connection.execute("SELECT count(*) FROM review").fetchone()
    return int(number)


CROWD = Kind("crowds", "eight processes at once", full=160, few=2, opened=opened, lacks=lacks)

"""A command writes to a disk that is nearly full: it is done as a whole, or not at all.

The disk is a small one in memory, which only root may make. For others no file may grow beyond a
limit instead, as a shell or a service sets it, which is also a kind of its own: other calls fail
by it, and with another error, and what is there already can be written in place.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from testing.commands.killing import Outcome
from testing.faults.kills.actions import GROUPS, Action
from testing.faults.kills.homes import Files, Home, lacks, the_home
from testing.faults.kills.killed import Whole, done_whole, half, unsound
from testing.faults.kind import Kind, Trial

_DISK_MIB = 12
_PAGE = 4096
_MOST_PAGES = 400
_UNEXPECTED = 3


@contextmanager
def opened(_folder: Path) -> Iterator[Callable[[int], Trial]]:
    """Give a function that does one command on a disk that is nearly full."""
    with small_disk(the_home().here.parent) as is_small:
        yield _trials(is_small=is_small)


@contextmanager
def opened_within_a_limit(_folder: Path) -> Iterator[Callable[[int], Trial]]:
    """Give a function that does one command while no file may grow beyond a limit."""
    yield _trials(is_small=False)


def _trials(*, is_small: bool) -> Callable[[int], Trial]:
    known: dict[Action, Whole] = {}
    home = the_home()

    def trial(seed: int) -> Trial:
        random = Random(seed)
        action = random.choice(random.choice(GROUPS))
        if action not in known:
            known[action] = done_whole(home, action)
        pages = int(_MOST_PAGES ** random.random()) - 1
        return filled(home, action, known[action], pages, is_small=is_small)

    return trial


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """Put a small disk into a folder; False if this person may not."""
    if sys.platform != "linux" or os.geteuid():
        yield False
        return
    words = ["mount", "-t", "tmpfs", "-o", f"size={_DISK_MIB}m", "none", str(folder)]
    done = subprocess.run(words, check=False, capture_output=True)
    try:
        yield not done.returncode
    finally:
        if not done.returncode:
            subprocess.run(["umount", "--lazy", str(folder)], check=False)


def filled(home: Home, action: Action, whole: Whole, pages: int, *, is_small: bool) -> Trial:
    """Do an action with so many free pages, and say what is wrong with what it leaves."""
    how = f"{pages} free pages" if is_small else f"files of at most {pages} pages"
    did = f"{action.home}: {' '.join(action.argv)}, {how}"
    home.take(action.home)
    if is_small:
        with full(home.here.parent, pages):
            outcome = home.run(action.argv)
            drafts = home.drafts()
    else:
        outcome = home.run(action.argv, largest=pages * _PAGE)
        # A journal stays: what it holds cannot be written back within the limit either.
        drafts = [name for name in home.drafts() if not name.endswith("-journal")]
    left = home.files()
    wrong = _told_wrongly(whole, outcome, left) or half(whole, left)
    if not wrong and drafts:
        wrong = f"it leaves {', '.join(drafts)}"
    return Trial(did, wrong or afterwards(home, action, whole, left))


def _told_wrongly(whole: Whole, outcome: Outcome, left: Files) -> str:
    """Return what is wrong with the words, compared with what was done."""
    if outcome.code in (None, _UNEXPECTED):
        return f"it ends with {outcome.code}: {outcome.said}"
    if outcome.code == 0 and whole.outcome.code == 0 and left != whole.states[-1]:
        return f"it says that all is well, and is not done: {outcome.said}"
    if outcome.code != whole.outcome.code and left == whole.states[-1] != whole.states[0]:
        return f"it is done, and ends with {outcome.code}: {outcome.said}"
    return ""


def afterwards(home: Home, action: Action, whole: Whole, left: Files) -> str:
    """Return what is wrong once there is room again."""
    again = home.run(action.argv)
    if again.code not in (whole.outcome.code, *action.again):
        return f"with room it ends with {again.code}: {again.said}"
    if left in whole.states[:-1] and home.files() != whole.states[-1]:
        return "with room it does something else"
    if drafts := home.drafts():
        return f"with room it leaves {', '.join(drafts)}"
    return unsound(home)


@contextmanager
def full(disk: Path, pages: int) -> Iterator[None]:
    """Fill a disk meanwhile, but for so many pages."""
    filler = disk / "filler"
    with filler.open("wb") as file:
        found = os.statvfs(disk)
        size = max(0, found.f_bavail * found.f_frsize - pages * _PAGE)
        os.posix_fallocate(file.fileno(), 0, max(size, 1))
    try:
        yield
    finally:
        filler.unlink()


FILLED = Kind("filled", "the disk is nearly full", full=2_000, few=3, opened=opened, lacks=lacks)

LIMITED = Kind(
    "file-limit",
    "no file may grow beyond a limit",
    full=2_000,
    few=2,
    opened=opened_within_a_limit,
    lacks=lacks,
)

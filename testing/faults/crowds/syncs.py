"""Two libraries with one list, and an editor that saves it whenever it likes."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from recall.usecases.syncing import list_file
from testing.commands.command_line import CommandLine
from testing.faults.crowds.stands import rows
from testing.faults.kind import Kind, Trial

STEPS = 8
ITEMS = 6
HALF = 0.5
QUIET = 8
"""Syncs after which both libraries and the list must say the same."""

LIST = "# Many\n\n" + "".join(
    f"- [ ] [Item {number}](https://example.com/{number})\n" for number in range(1, ITEMS + 1)
)


class Shared:
    """A list in a folder that two libraries are in step with, copied for each trial."""

    def __init__(self, folder: Path) -> None:
        """Bring both in step once."""
        self.folder = folder / "shared"
        self.folder.mkdir()
        self.list = self.folder / "list.md"
        self.list.write_text(LIST)
        self.sides = []
        for name in ("a", "b"):
            (folder / name).mkdir()
            recall = CommandLine(folder / name)
            recall.ok("init", "--empty")
            recall.ok("import", str(self.list))
            recall.ok("sync", "--yes")
            self.sides.append(recall)
        for recall in self.sides:
            shutil.copy(recall.library, recall.library.with_suffix(".whole"))

    def begin(self) -> None:
        """Put everything back as it was."""
        self.list.write_text(LIST)
        for recall in self.sides:
            shutil.copy(recall.library.with_suffix(".whole"), recall.library)


@contextmanager
def opened(folder: Path) -> Iterator[Callable[[int], Trial]]:
    """Yield a trial of random steps; a sync meets an editor or another sync in its middle."""
    shared = Shared(folder)
    meanwhile: list[Callable[[], None]] = []
    read = list_file.read

    def read_then(path: str) -> bytes:
        """Read the list; whoever waits for the moment after it has it now."""
        data = read(path)
        if meanwhile:
            meanwhile.pop()()
        return data

    list_file.read = read_then
    try:
        yield lambda seed: _Days(shared, seed, meanwhile).trial()
    finally:
        list_file.read = read


class _Days:
    def __init__(self, shared: Shared, seed: int, meanwhile: list[Callable[[], None]]) -> None:
        shared.begin()
        meanwhile.clear()
        self._shared, self._random, self._meanwhile = shared, Random(seed), meanwhile
        self._did: list[str] = []
        self._read: set[str] = set()
        self._named: dict[str, str] = {
            f"https://example.com/{number}": f"Item {number}" for number in range(1, ITEMS + 1)
        }

    def trial(self) -> Trial:
        """Do the steps, let both libraries come to rest, and compare all three."""
        steps = (self._edit, self._read_in_recall, self._add_in_recall, self._sync, self._sync)
        for _ in range(STEPS):
            self._random.choice(steps)()
        self._meanwhile.clear()
        wrong = self._rest()
        return Trial("; ".join(self._did), wrong or self._compared())

    def _any(self) -> str:
        return self._random.choice(list(self._named))

    def _edit(self) -> None:
        """Save the list with a line ticked, added or renamed; a program replaces or rewrites it."""
        text, what = self._shared.list.read_text(), self._random.choice(("tick", "add", "name"))
        url = self._any()
        line = next((one for one in text.splitlines() if f"({url})" in one), "")
        if what == "add":
            url = f"https://example.net/{len(self._named)}"
            self._named[url] = f"Typed {len(self._named)}"
            text += f"- [ ] [{self._named[url]}]({url})\n"
        elif not line:  # it was added in recall, and is not in the list yet
            return
        elif what == "tick":
            self._read.add(url)
            text = text.replace(line, line.replace("[ ]", "[x]", 1))
        else:
            title = f"Named {len(self._did)}"
            text = text.replace(line, line.replace(f"[{self._named[url]}]", f"[{title}]", 1))
            if title not in text:  # the other library has named it, and this side has not seen it
                return
            self._named[url] = title
        self._did.append(f"edit: {what} {url}")
        self._save(text)

    def _save(self, text: str) -> None:
        if self._random.random() < HALF:
            self._shared.list.write_text(text)
            return
        draft = self._shared.folder / ".draft"
        draft.write_text(text)
        draft.replace(self._shared.list)

    def _read_in_recall(self, recall: CommandLine | None = None) -> None:
        recall, url = recall or self._random.choice(self._shared.sides), self._any()
        if recall("read", url, "good").code == 0:
            self._did.append(f"read {url}")
            self._read.add(url)

    def _add_in_recall(self) -> None:
        recall = self._random.choice(self._shared.sides)
        url = f"https://example.net/{len(self._named)}"
        self._named[url] = f"Added {len(self._named)}"
        self._did.append(f"add {url}")
        recall.ok("add", url, "--title", self._named[url], "--section", "Many")

    def _sync(self) -> None:
        """Sync one library; perhaps the editor saves, or the other library syncs, in its middle.

        The middle is after the first or the second time that it reads the list.
        """
        recall = self._random.choice(self._shared.sides)
        if self._random.random() < HALF:
            self._read_in_recall(recall)  # so that the list is written
        other = next(one for one in self._shared.sides if one is not recall)
        between = self._random.choice((None, self._edit, self._edit, lambda: self._run(other)))
        for_later = [lambda: None] * self._random.randint(0, 1)
        if between:
            self._meanwhile[:] = [between, *for_later]
        self._run(recall)
        self._meanwhile.clear()

    def _run(self, recall: CommandLine) -> None:
        name = recall.library.parent.name
        outcome = recall("sync", "--yes")
        self._did.append(f"sync {name}: {outcome.code}")

    def _rest(self) -> str:
        """Sync in turn until nothing changes any more."""
        seen = b""
        for number in range(QUIET):
            recall = self._shared.sides[number % 2]
            outcome = recall("sync", "--yes")
            if outcome.code:
                return f"a sync at rest failed: {outcome.err}"
            if number % 2 and self._shared.list.read_bytes() == seen:
                return ""
            seen = self._shared.list.read_bytes() if number % 2 else seen
        return "the list is still being written after all syncs"

    def _compared(self) -> str:
        """Return what the list or a library does not say that somebody did."""
        text = self._shared.list.read_text()
        for url, title in self._named.items():
            lines = [line for line in text.splitlines() if f"({url})" in line]
            sign = "x" if url in self._read else " "
            if lines != [f"- [{sign}] [{title}]({url})"]:
                return f"the list says {lines} of {url}, {title}, {sign!r}"
        for recall in self._shared.sides:
            found = rows(recall.library, "SELECT url, title, status FROM resource WHERE NOT gone")
            status = {True: "read", False: "unread"}
            meant = {(url, title, status[url in self._read]) for url, title in self._named.items()}
            if set(found) != meant or len(found) != len(meant):
                return f"{recall.library.parent.name} differs: {set(found) ^ meant}"
            if (outcome := recall("doctor")).code:
                return outcome.out + outcome.err
        left = [path.name for path in self._shared.folder.iterdir() if path != self._shared.list]
        return f"left behind: {left}" if left else ""


KIND = Kind(
    "syncs-and-editor",
    "two libraries in step with one list, and an editor that saves it in the middle of a sync",
    full=2_000,
    few=3,
    opened=opened,
)

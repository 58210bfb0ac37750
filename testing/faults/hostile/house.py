"""A home with a library and secrets in it, in which commands run, and what must hold after each."""

import os
import sys
import traceback
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple

from recall.cli.environment import Environment
from recall.cli.main import main
from recall.fetching.network import Network
from testing.libraries.factories import NOW, ZONE

SECRET = "hunter2hunter2"
"""The password that must never be seen; it stands in the settings file and in the environment."""

SETTINGS = f"""\
time_zone = "{ZONE.key}"
database_url = "postgresql://alice:{SECRET}@127.0.0.1:1/lib"
fetch.on = false
"""

_MOST_LINES = 8
_MOST_CHARACTERS = 2_000
_CODES = (0, 1, 2, 4, 5, 6, 130)
"""Exit codes of the contract but 3, which is a defect."""


class Done(NamedTuple):
    """What a command did: its exit code, what it said, and what other code wrote by itself."""

    code: int
    out: str
    err: str
    beside: str

    @property
    def is_refusal(self) -> bool:
        """Whether it could not be done; a report on what is wrong ends with a code too."""
        return self.code != 0 and self.err.startswith("recall: ")

    @property
    def is_help(self) -> bool:
        """Whether it has printed a help, which the command-line library does by itself."""
        return self.code in (0, 2) and "Usage: recall" in self.beside

    @property
    def first_line(self) -> str:
        return ascii(self.err.partition("\n")[0])[:300]


class House:
    """A home; every command begins with the library as it was."""

    def __init__(self, folder: Path) -> None:
        """Make the home. Its library has a few resources, two of them read, and today's plan."""
        self.folder = folder
        self.library = folder / "library.db"
        self.config = folder / "config.toml"
        self.work = folder / "work"
        self.work.mkdir(exist_ok=True)
        self.environ: dict[str, str] = {
            "RECALL_DATABASE_URL": f"sqlite:///{self.library}",
            "RECALL_CONFIG": str(self.config),
            "PGPASSWORD": SECRET,
            "BROWSER": "/bin/true",
            "HOME": str(folder),
        }
        self.network: Network | None = None
        self.configure()
        self._furnish()
        self.before = self.library.read_bytes()

    def configure(self, text: str = SETTINGS) -> None:
        """Write the settings file, which nobody else may read."""
        self.config.write_text(text, encoding="utf-8")
        self.config.chmod(0o600)

    def _furnish(self) -> None:
        shelf = self.work / "shelf.md"
        shelf.write_bytes(shelf_of(6))
        typed = (
            f"import {shelf}",
            "today",
            "grade 1 good --note first",
            "read 2",
            "edit 2 --label gpu",
        )
        for command in typed:
            done = self.run(command.split())
            assert done.code == 0, done

    def run(
        self, argv: Sequence[str], piped: bytes = b"", environ: Mapping[str, str] | None = None
    ) -> Done:
        """Run a command in this process, with bytes on standard input."""
        out, err, beside = StringIO(), StringIO(), StringIO()
        given = {**self.environ, **(environ or {})}
        outside = Environment(given, lambda: NOW, out, err, network=self.network)
        kept = sys.stdin, sys.stdout, sys.stderr
        sys.stdin = TextIOWrapper(BytesIO(piped), encoding="utf-8", errors="surrogateescape")
        sys.stdout = sys.stderr = beside
        try:
            code = main(argv, outside)
        finally:
            sys.stdin, sys.stdout, sys.stderr = kept
        return Done(code, out.getvalue(), err.getvalue(), beside.getvalue())

    def restore(self) -> None:
        """Put the library back as it was, and take away what else was written."""
        self.library.write_bytes(self.before)
        for path in sorted(self.folder.rglob("*"), reverse=True):
            if path not in (self.library, self.config, self.work):
                path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()

    def wrong(self, done: Done, *, in_part: bool = False) -> str:
        """Return what is wrong after a command, "" if nothing is.

        in_part: whether it may refuse a part of what it was given, and do the rest.
        """
        log = self.log()
        # It was given the address of another computer, and is kept on this one.
        is_elsewhere = "testing.network.offline.Outside" in log
        if not is_elsewhere and (log or done.code not in _CODES):
            return f"exit code {done.code}: {done.first_line} {log}"
        if done.beside and not done.is_help:
            return f"written past the one door: {ascii(done.beside)[:300]}"
        if bad := harmful(done.out) or harmful(done.err):
            return f"to the terminal: {bad}"
        if done.err.count("\n") > _MOST_LINES or len(done.err) > _MOST_CHARACTERS:
            return f"a message of {len(done.err)} characters: {done.first_line}"
        if done.is_refusal and not in_part and self.is_changed():
            return f"refused ({done.code}), but the library has changed: {done.first_line}"
        return self.told(done.out + done.err + done.beside)

    def is_changed(self) -> bool:
        return self.library.read_bytes() != self.before

    def log(self) -> str:
        """Return the last line of the log of defects with the place of the error, and empty it."""
        for path in self.folder.rglob("recall.log"):
            lines = path.read_text(encoding="utf-8").strip().splitlines()
            path.unlink()
            places = [line.strip() for line in lines if line.strip().startswith("File ")]
            return f"{lines[-1][:200]} at {' < '.join(places[-1:-4:-1])}"
        return ""

    def told(self, shown: str) -> str:
        """Return where the secret was told: on the terminal, or in a file; "" if nowhere."""
        if SECRET in shown:
            return "the secret was shown"
        for path in self.folder.rglob("*"):
            if path != self.config and path.is_file() and SECRET.encode() in path.read_bytes():
                return f"the secret was written to {path.name}"
        return ""

    def doctor(self) -> str:
        """Return what `doctor` finds, "" if all is well."""
        done = self.run(["doctor"])
        return "" if done.code == 0 else f"doctor: {ascii(done.out)[:300]} {done.first_line}"


def shelf_of(resources: int) -> bytes:
    """Return a Markdown list; the first is read."""
    lines = [f"- [ ] [Thing {at}](https://example.org/{at})" for at in range(1, resources)]
    return "\n".join(("# GPU", "- [x] [Thing 0](https://example.org/0)", *lines)).encode()


def harmful(shown: str) -> str:
    """Return the characters of a text that do something to a terminal, "" if there are none."""
    bad = {
        one
        for one in set(shown) - {"\n"}
        if unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp") or one in "\u202e\u2066\u200f"
    }
    return ascii("".join(sorted(bad))) if bad else ""


def described(error: BaseException) -> str:
    """Return an error that should not have come out, and the places it came from."""
    places = [
        f"{Path(at.filename).name}:{at.lineno}" for at in traceback.extract_tb(error.__traceback__)
    ]
    return f"{type(error).__name__}: {ascii(str(error))[:200]} at {' < '.join(places[-1:-4:-1])}"


@contextmanager
def house(folder: Path) -> Iterator[House]:
    """Give a home, which is that of this process too, since some libraries look there."""
    kept, before = dict(os.environ), os.getcwd()
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / name.lower())
    for name in [name for name in os.environ if name.startswith("RECALL_")]:
        del os.environ[name]
    os.environ["HOME"] = str(folder)
    try:
        made = House(folder)
        os.chdir(made.work)
        yield made
    finally:
        os.chdir(before)
        os.environ.clear()
        os.environ.update(kept)

"""A list in a file and a library that are brought in step, for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import NamedTuple

from recall.domain.library.card import Rating
from recall.domain.library.resource import Resource, Section
from recall.errors import RecallError
from recall.storage.tables.resources import Filter, listed
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.reading_files import read_list
from recall.usecases.lists.which_list import Source
from recall.usecases.rating.grading import Grade, read
from recall.usecases.resources.adding import add
from recall.usecases.resources.changing import Edit
from recall.usecases.syncing.pairs import ListPair, pairs
from recall.usecases.syncing.report import SyncReport
from recall.usecases.syncing.syncing import How, sync
from recall.usecases.syncing.watching import keep_in_step
from recall.usecases.undoing import Undone, undo
from testing.libraries.factories import make_library

_NUMBERS = count()
"""Of the files in a folder, so that no two are the same."""

MACHINE = "here-00000000"
"""The machine of the tests."""

LIST = """\
# Papers

- [ ] [One](https://example.org/1)
- [x] [Two](https://example.org/2)
- [ ] [Three](https://example.org/3)

## Later

* [ ] **[Four**](https://example.org/4)
"""


class Synced(NamedTuple):
    """A library and the file of a list in it."""

    context: Context
    path: Path
    machine: str = MACHINE

    @property
    def pair(self) -> ListPair:
        """The list with its file, as the library has them now."""
        found = pairs(self.context.store, self.machine)
        return next(pair for pair in found if pair.path == str(self.path))

    @property
    def text(self) -> str:
        """The file as text, its line ends as they are."""
        return self.path.read_bytes().decode()

    def write(self, text: str) -> None:
        """Let the person save the file."""
        self.path.write_bytes(text.encode())

    def replace(self, old: str, new: str) -> None:
        """Let the person edit the file."""
        assert old in self.text
        self.write(self.text.replace(old, new, 1))

    def sync(self, **how: bool) -> SyncReport:
        """Sync, with the file allowed to be written."""
        return sync(self.context, self.pair, How(may_write=True)._replace(**how))

    def minute(self) -> None:
        """Let the background program look once; RecallError if a list could not be synced."""
        for done in keep_in_step(self.context, self.machine):
            if isinstance(done, RecallError):
                raise done

    def read(self, title: str) -> None:
        """Read a resource in recall."""
        grade = Grade(Rating.GOOD, self.context.today)
        read(self.context, self.one(title), grade, is_rated=True)

    def add(self, title: str, section: Section, url: str = "") -> None:
        """Add a resource in recall."""
        url = url or f"https://example.org/{title.replace(' ', '-')}"
        add(self.context, url, title, section, Edit())

    def undo(self, *, leave_files: bool = False) -> Undone:
        """Undo the last action; return what that was."""
        return undo(self.context, leave_files=leave_files)

    def one(self, title: str) -> Resource:
        """Return the resource with a title."""
        (found,) = [resource for resource in self.all() if resource.title == title]
        return found

    def all(self) -> list[Resource]:
        """Return all resources of the library."""
        return listed(self.context.store, Filter())


@contextmanager
def synced_alone(folder: Path, data: bytes) -> Iterator[Synced]:
    """Give a list in step with a library of its own, for one of many examples."""
    number = next(_NUMBERS)
    library, path = folder / f"{number}.db", folder / f"{number}.md"
    context = make_library(f"sqlite:///{library}")
    with context.store:
        yield synced(context, path, data)
    library.unlink()


def synced(context: Context, path: Path, text: str | bytes, *, in_step: bool = True) -> Synced:
    """Import a list from a new file; in_step: and sync it once."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    import_catalog(context, Source(read_list(path), str(path)))
    made = Synced(context, path)
    if in_step:
        made.sync()
    return made

"""Takes the library out: into a text in a format of the table, and into a file."""

import os
import shutil
from itertools import chain
from pathlib import Path

from recall.domain.library.export import LibraryExport
from recall.errors import BadFile, BadInput
from recall.formats.exports.table import EXPORT_NAMES, Export, named, told_by
from recall.storage.tables import log, resources
from recall.storage.tables.whole.rows import everything
from recall.usecases.context import Context
from recall.usecases.lists.collecting import collector_at_rest
from recall.usecases.planning.pacing import pace_of


def collected(context: Context) -> LibraryExport:
    """Return the library as it is at this moment."""
    store = context.store
    with collector_at_rest(), store.snapshot():
        pace = pace_of(store, context.today)
        reviews = chain.from_iterable(log.all_reviews(store).values())
        found = resources.listed(store, resources.Filter())
        return LibraryExport(
            now=context.now,
            today=context.today,
            made_at=log.made_at(store),
            rows=everything(store, context.now),
            resources=found,
            revisit_minutes={
                one.id: pace.revisit_minutes(one) for one in found if one.card.due is not None
            },
            reviews=sorted(reviews, key=lambda one: one.id),
        )


def chosen(path: Path | None, name: str | None) -> Export:
    """Return the format that is named, or else the one that the ending tells; None is no file.

    BadInput if there is no format of that name, or the ending tells none.
    """
    allowed = ", ".join(EXPORT_NAMES)
    if name is not None:
        found = named(name)
        if found is None:
            raise BadInput(f"'{name}' is not a format; allowed: {allowed}")
        return found
    found = None if path is None else told_by(path.suffix)
    if found is None:
        what = "standard output" if path is None else f"the ending of {path}"
        raise BadInput(f"{what} tells no format; --format does: {allowed}")
    return found


def check_target(context: Context, path: Path, *, force: bool) -> Path:
    """Return where a file goes, links followed.

    BadFile for a folder, for the library itself, and for a file that is there without force.
    """
    target = Path(os.path.realpath(path))
    library = context.store.location.path
    if target.is_dir():
        raise BadFile(path, "is a directory; name a file")
    if library is not None and target.exists() and target.samefile(library):
        raise BadFile(path, "is the library itself; give another name")
    if target.exists() and not target.is_file():
        raise BadFile(path, "is no regular file; - writes to standard output")
    if target.exists() and not force:
        raise BadFile(path, "is there already; --force writes over it")
    return target


def write(target: Path, text: str) -> None:
    """Write a file whole or not at all; BadFile if that cannot be done.

    A draft beside it takes its place only when the disk has all of it.
    """
    draft = target.with_name(f"{target.name}.{os.getpid()}.new")
    try:
        with draft.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise BadFile(target, f"cannot be written: {error.strerror}") from error

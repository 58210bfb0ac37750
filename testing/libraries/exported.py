"""Exports of small libraries that were lived in, and copies of them with one change."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from recall.domain.library.export import LibraryRows
from recall.formats.exports.library_json import parse, write
from recall.settings.table import Settings
from recall.storage.actions import begin
from recall.storage.store import Store
from recall.storage.tables.pages import kept_texts
from recall.usecases.context import Context
from recall.usecases.upkeep.exporting import collected
from testing.libraries.factories import NOW, make_library
from testing.libraries.lives import LISTED, lays_down, lives_a_while


@contextmanager
def lived_in(seed: int) -> Iterator[Context]:
    """A library on SQLite in which anything was done."""
    with TemporaryDirectory(prefix="recall-") as folder:
        url = f"sqlite:///{folder}/library.db"
        random = Random(seed)
        with make_library(url, LISTED).store as store:
            context = lives_a_while(Context(store, Settings(), NOW), random)
            lays_down(context, random)
            _keeps_texts(context, random)
            yield context


def _keeps_texts(context: Context, random: Random) -> None:
    """Keep a text or more, some of them in place of an earlier one."""
    for number in random.choices(range(1, 4), k=random.randint(1, 4)):
        with begin(context.store, "fetch", context.now, context.today) as action:
            kept_texts.keep(action, number, f"文 {random.random()}\n" * 9, context.now)


def exported(context: Context) -> LibraryRows:
    """Return the rows of a library after they were written as JSON and read."""
    return parse(write(collected(context)), "library.json")


def opened(database_url: str, context: Context) -> Context:
    """Return another library at the same moment."""
    return context._replace(store=Store(database_url))


def changed(library: LibraryRows, path: str, value: Any) -> LibraryRows:
    """Return the rows with another value at a dotted path; `gone` takes it out."""
    data = json.loads(json.dumps({"revision": library.revision, "tables": library.tables}))
    *steps, last = (int(step) if step.isdigit() else step for step in path.split("."))
    holder = data
    for step in steps:
        holder = holder[step]
    if value == "gone":
        del holder[last]
    else:
        holder[last] = value
    return library._replace(**data)

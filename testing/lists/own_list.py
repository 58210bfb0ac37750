"""The person's own list and edited copies of it, imported for tests."""

from pathlib import Path

from recall.domain.library.catalog import Catalog
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.reading_files import read_list
from recall.usecases.lists.report import Report
from recall.usecases.lists.which_list import Source
from testing.checkout import READING_LIST
from testing.lists.reports import counts

TEXT = READING_LIST.read_text(encoding="utf-8")

PEFT = "- [ ] **[LLM从0到1之PEFT](https://zhuanlan.zhihu.com/p/688336685)**\n"
"""A line of the list."""


def take(context: Context, listed: Catalog, path: str | None = "/lists/list.md") -> Report:
    """Import a catalog."""
    return counts(import_catalog(context, Source(listed, path)))


def take_text(context: Context, folder: Path, text: str, name: str = "reading-list.md") -> Report:
    """Import a file with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return counts(import_catalog(context, Source(read_list(path), str(path))))


def with_own_list(empty: Context, folder: Path) -> Context:
    """Import the person's own list into an empty library, and return the library."""
    assert take_text(empty, folder, TEXT) == Report(new=82)
    return empty

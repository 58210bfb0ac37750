"""Lists and their files on this machine, and which of them a person means."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from recall.errors import BadInput, RecallError
from recall.storage.reads import Reads
from recall.storage.tables import lists
from recall.storage.tables.lists import ReadingList
from recall.storage.tables.syncing import files
from recall.storage.tables.syncing.files import ListFile
from recall.usecases.lists.which_list import BY_HAND


class ListPair(NamedTuple):
    """A list of the library and its file on this machine."""

    list: ReadingList
    file: ListFile

    @property
    def path(self) -> str:
        """Where the file is."""
        return self.file.path


def pairs(reads: Reads, machine: str) -> list[ListPair]:
    """Return every list that has a file here, oldest first.

    A file that is not where it was on this machine may be where a list was last imported from.
    """
    known = files.here(reads, machine)
    found = []
    for reading_list in lists.all_lists(reads):
        file = known.get(reading_list.id)
        if file is None and (reading_list.path is None or reading_list.name == BY_HAND):
            continue
        file = file or ListFile(reading_list.id, machine, str(reading_list.path))
        if (
            reading_list.path
            and reading_list.path != file.path
            and _is_only(reading_list.path, file.path)
        ):
            file = file._replace(path=reading_list.path)
        found.append(ListPair(reading_list, file))
    return found


def chosen(found: Sequence[ListPair], words: Sequence[str]) -> list[ListPair]:
    """Return the lists that words name: by ID, by path, or by a part of name or path.

    Without words all of them. RecallError if a word names none or several, or if there is none.
    """
    if not found:
        raise RecallError("no list has a file on this computer; 'recall import FILE' brings one in")
    if not words:
        return list(found)
    return list(dict.fromkeys(_named(found, word) for word in words))


def _named(found: Sequence[ListPair], word: str) -> ListPair:
    path = os.path.realpath(word)
    exact = [
        pair for pair in found if word == str(pair.list.id) or os.path.realpath(pair.path) == path
    ]
    if exact:
        return exact[0]
    if Path(word).exists():
        raise RecallError(f"{word} is no list of the library; 'recall import {word}' brings it in")
    part = word.casefold()
    alike = [
        pair for pair in found if part in pair.list.name.casefold() or part in pair.path.casefold()
    ]
    if len(alike) == 1:
        return alike[0]
    if not alike:
        raise BadInput(f"no list is called '{word}'; 'recall lists' shows them all")
    named = ", ".join(f"{pair.list.id} {pair.list.name}" for pair in alike)
    raise BadInput(f"'{word}' names several lists, give the ID: {named}")


def _is_only(path: str, other: str) -> bool:
    return os.path.exists(path) and not os.path.exists(other)

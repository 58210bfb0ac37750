"""Searching the library: titles, addresses, details, the person's own words, and kept texts."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from recall.domain.library.resource import Resource, fold
from recall.domain.searching.excerpts import excerpt
from recall.domain.searching.hits import Hit, hits_in, parts
from recall.domain.searching.long_texts import folded
from recall.domain.searching.words import words
from recall.storage.reads import Reads
from recall.storage.tables.pages import kept_texts
from recall.storage.tables.searching import fields


class Search(NamedTuple):
    """The words of a search, and what it found: the IDs of resources, and excerpts of kept texts.

    notes has all notes, in_texts only resources that were found by their kept text.
    """

    words: tuple[str, ...]
    ids: Collection[int]
    notes: fields.OwnWords
    in_texts: Mapping[int, tuple[Hit, ...]]

    def where(self, resource: Resource) -> list[Hit]:
        """Return where the words stand in a resource that was found."""
        texts = list(parts(resource, self.notes.get(resource.id, ())))
        return [*hits_in(texts, self.words), *self.in_texts.get(resource.id, ())]


def search(reads: Reads, typed: str) -> Search:
    """Find the resources in which all words of what was typed occur, each of them anywhere.

    Kept texts are looked through last, and only for words that no field of their resource has.
    """
    wanted = words(typed)
    found = fields.look_at(reads, wanted)
    own = [*found.notes.items(), *found.questions.items()]
    said = [(number, fold("\n".join(texts))) for number, texts in own]
    hits = {
        word: there | {number for number, text in said if word in text}
        for word, there in zip(wanted, found.with_word, strict=True)
    }
    whole = set.intersection(*hits.values()) if hits else set()
    in_texts = _in_texts(reads, hits, whole)
    return Search(wanted, whole | in_texts.keys(), found.notes, in_texts)


def _in_texts(
    reads: Reads, hits: Mapping[str, Collection[int]], whole: Collection[int]
) -> dict[int, tuple[Hit, ...]]:
    """Look in kept texts for the words that a resource lacks."""
    found = {}
    for kept in kept_texts.every(reads, but=whole):
        lacks = [word for word, there in hits.items() if kept.resource_id not in there]
        said = folded(kept.text)
        if all(word in said for word in lacks):
            found[kept.resource_id] = tuple(
                Hit("text", excerpt(kept.text, word)) for word in lacks[:1]
            )
    return found

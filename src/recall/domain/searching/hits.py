"""Where the words of a search stand: title first, then other fields, and the kept text last."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from recall.domain.library.resource import Resource, fold
from recall.domain.searching.excerpts import excerpt

Where = Literal["title", "url", "label", "link", "description", "note", "question", "text"]
"""The parts of a resource that are searched, in the order in which they are looked at."""


class Hit(NamedTuple):
    """A part of a resource in which a word was found; excerpt is the part of it around the word."""

    where: Where
    excerpt: str

    def as_json(self) -> dict[str, object]:
        """Return it as `list TEXT --json` prints it."""
        return {"in": self.where, "excerpt": self.excerpt}


Part = tuple[Where, str]
"""A text of a resource, and which part of it that is."""


def parts(resource: Resource, notes: Iterable[str] = ()) -> Iterator[Part]:
    """Give the texts of a resource, in the order in which they are looked at."""
    titles = dict.fromkeys([resource.title, *(place.title for place in resource.places)])
    yield from (("title", title) for title in titles)
    yield from (("url", url) for url in (resource.url, resource.canonical_url) if url)
    yield from (("label", label) for label in resource.labels)
    yield from (("link", text) for link in resource.links for text in link[1:] if text)
    if resource.description:
        yield "description", resource.description
    yield from (("note", note) for note in notes)
    if resource.question:
        yield "question", resource.question


def hits_in(texts: Sequence[Part], words: Iterable[str]) -> list[Hit]:
    """Return the first part that has each of the folded words; each part is named once."""
    folded = [fold(text) for _, text in texts]
    found: dict[int, Hit] = {}
    for word in words:
        at = next((number for number, text in enumerate(folded) if word in text), None)
        if at is not None and at not in found:
            where, text = texts[at]
            found[at] = Hit(where, excerpt(text, word))
    return [found[at] for at in sorted(found)]

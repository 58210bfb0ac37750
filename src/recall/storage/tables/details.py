"""What is stored of a resource beside its title and card: its description, links and labels.

Links and labels are lines of a text, so that a light command reads them without a JSON library.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from recall.domain.library.catalog import WHOLE, ReadOptions
from recall.domain.library.resource import LINK_ROLES, Link, LinkRole, fold

DETAILS = ("description", "links", "labels")
"""The fields of a Resource that are searched beside its titles, and columns of the same names."""

_NONE = dict.fromkeys((*DETAILS, "folded_details"))
"""The columns of a resource without details."""

_BREAKS = str.maketrans("\t\n", "  ")
"""What separates the fields and the lines of a stored text, made harmless inside them."""


def from_links(links: Iterable[Link]) -> str | None:
    """Encode links, a line each: the role, the text and the URL, with tabs between them."""
    return from_lines("\t".join(part.translate(_BREAKS) for part in link) for link in links)


def to_links(stored: str | None) -> tuple[Link, ...]:
    """Decode links. A line that is none, in a damaged file, is left out."""
    return tuple(link for line in to_lines(stored) if (link := _link(line)) is not None)


def _link(line: str) -> Link | None:
    role, _, rest = line.partition("\t")
    text, _, url = rest.partition("\t")
    known: LinkRole = next((known_role for known_role in LINK_ROLES if known_role == role), "page")
    return Link(known, text, url) if url else None


def from_lines(words: Iterable[str]) -> str | None:
    """Encode short texts such as labels, a line each; None if there are none."""
    return "\n".join(word.replace("\n", " ") for word in words) or None


def to_lines(stored: str | None) -> tuple[str, ...]:
    """Decode what from_lines() encoded."""
    return tuple(stored.split("\n")) if stored else ()


def details(values: Mapping[str, Any]) -> dict[str, object]:
    """Return the columns for a description, links and labels, and for what a search finds there.

    values has all of DETAILS, by the names of the fields of a Resource.
    """
    links, labels = values["links"], values["labels"]
    if not (links or labels or values["description"]):  # as most have it, in lists of thousands
        return dict(_NONE)
    return {
        "description": values["description"],
        "links": from_links(links),
        "labels": from_lines(labels),
        "folded_details": _details_searched(values["description"], labels, links),
    }


def _details_searched(
    description: str | None, labels: Iterable[str], links: Iterable[Link]
) -> str | None:
    of_links = (part for link in links for part in (link.text, link.url))
    return fold("\n".join(part for part in (description, *labels, *of_links) if part)) or None


def from_choice(choice: ReadOptions) -> str | None:
    """Return the choice of what to read of a list, as stored: JSON, None for the whole list."""
    import json

    chosen = {name: value for name, value in choice._asdict().items() if value}
    return json.dumps(chosen, ensure_ascii=False, sort_keys=True) if chosen else None


def to_choice(stored: str | None) -> ReadOptions:
    """Return the choice of what to read of a list."""
    if stored is None:
        return WHOLE
    import json

    chosen = json.loads(stored)
    return ReadOptions(
        chosen.get("base"),
        tuple(chosen.get("sections", ())),
        tuple(chosen.get("not_sections", ())),
        chosen.get("plain", False),
    )
